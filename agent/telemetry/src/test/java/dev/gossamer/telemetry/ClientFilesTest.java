package dev.gossamer.telemetry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.config.OtlpOptions;
import dev.gossamer.config.OtlpSignal;
import dev.gossamer.config.RecordedLines;
import dev.gossamer.config.Settings;
import dev.gossamer.telemetry.transport.TransportListener;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFilesTest {
  private final RecordedLines recorded = new RecordedLines();

  @AfterEach
  void stopRecording() {
    recorded.close();
  }

  private static String resource(String name) {
    try {
      return Path.of(ClientFilesTest.class.getResource(name).toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(Path.of(resource(name)));
  }

  /** Makes the exporter whose TLS files these are, as the agent does. */
  private static void exporter(String protocol, String... namesAndFiles) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "https://localhost:1");
    for (int i = 0; i < namesAndFiles.length; i += 2) {
      String file = namesAndFiles[i + 1];
      environment.put(
          "OTEL_EXPORTER_OTLP_" + namesAndFiles[i], file.startsWith("/") ? file : resource(file));
    }
    OtlpExporters.of(
            OtlpOptions.from(Settings.of(environment, Map.of()), OtlpSignal.TRACES),
            TransportListener.SILENT)
        .shutdown();
  }

  @ParameterizedTest
  @CsvSource({
    "grpc, rsa-pkcs8.pem",
    "grpc, ec-sec1.pem",
    "http/protobuf, rsa-pkcs1.pem",
    "http/protobuf, ec-pkcs8.pem",
    "http/protobuf, ec-sec1.pem"
  })
  void filesThatAreRightAreUsedWithoutALine(String protocol, String key) {
    exporter(
        protocol,
        "CERTIFICATE",
        "certificate.pem",
        "CLIENT_KEY",
        key,
        "CLIENT_CERTIFICATE",
        "certificate.pem");
    assertThat(recorded.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/file", "rsa-pkcs8.pem", "container-ids.csv", "/"})
  void aCertificateThatIsNoneCostsOneLine(String file) {
    exporter("http/protobuf", "CERTIFICATE", file);
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("OTEL_EXPORTER_OTLP_CERTIFICATE is not used (");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/file", "encrypted.pem", "certificate.pem", "/"})
  void aKeyThatIsNoneCostsOneLine(String file) {
    exporter("grpc", "CLIENT_KEY", file, "CLIENT_CERTIFICATE", "certificate.pem");
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("OTEL_EXPORTER_OTLP_CLIENT_KEY is not used (");
  }

  @Test
  void aKeyWithoutItsCertificateCostsOneLine() {
    exporter("http/protobuf", "CLIENT_KEY", "rsa-pkcs8.pem");
    assertThat(recorded.lines()).singleElement().asString().contains("the certificate is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "rsa-pkcs1.pem, rsa-pkcs8.pem, RSA",
    "ec-sec1.pem, ec-pkcs8.pem, EC",
    "rsa-pkcs8.pem, rsa-pkcs8.pem, RSA"
  })
  void theSameKeyInAnotherWrappingIsTheSameKey(String file, String wrapped, String algorithm)
      throws Exception {
    KeyFactory factory = KeyFactory.getInstance(algorithm);
    assertThat(secretOf(factory, file)).isEqualTo(secretOf(factory, wrapped));
  }

  private static BigInteger secretOf(KeyFactory factory, String file) throws Exception {
    PrivateKey key =
        factory.generatePrivate(new PKCS8EncodedKeySpec(PrivateKeys.toPkcs8(bytes(file))));
    return key instanceof ECPrivateKey elliptic
        ? elliptic.getS()
        : ((RSAPrivateKey) key).getPrivateExponent();
  }

  @Test
  void aDamagedKeyIsRefused() throws IOException {
    byte[] pem = bytes("ec-sec1.pem");
    for (int length = 0; length < 80; length++) {
      String cut =
          new String(pem, 0, length, StandardCharsets.ISO_8859_1)
              + "\n-----END EC PRIVATE KEY-----";
      byte[] damaged = cut.getBytes(StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> PrivateKeys.toPkcs8(damaged)).isInstanceOf(IOException.class);
    }
  }

  private static OtlpOptions trusting(Path file) {
    return OtlpOptions.from(
        Settings.of(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "https://localhost:1",
                "OTEL_EXPORTER_OTLP_CERTIFICATE",
                file.toString()),
            Map.of()),
        OtlpSignal.TRACES);
  }

  @Test
  void whatReplacesAFileIsTrustedUnlessItIsNoCertificate(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("ca.crt"), bytes("certificate.pem"));
    X509TrustManager trust = requireNonNull(ClientFiles.of(trusting(file)).trustManager());
    assertThat(trust.getAcceptedIssuers()).hasSize(1);

    Files.writeString(file, "half of a certific");
    assertThat(trust.getAcceptedIssuers()).hasSize(1);
    Files.delete(file);
    assertThat(trust.getAcceptedIssuers()).hasSize(1);
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("OTEL_EXPORTER_OTLP_CERTIFICATE has changed and is not used (no certificate in");

    byte[] other = bytes("other-certificate.pem");
    Files.write(file, other);
    assertThat(trust.getAcceptedIssuers())
        .singleElement()
        .extracting(it -> it.getSubjectX500Principal().getName())
        .isEqualTo("CN=other");
    assertThat(recorded.lines()).hasSize(1);
  }

  @Test
  void whatReplacesAKeyIsShownUnlessItIsNone(@TempDir Path folder) throws Exception {
    Path key = Files.write(folder.resolve("tls.key"), bytes("ec-pkcs8.pem"));
    Path certificate = Files.write(folder.resolve("tls.crt"), bytes("certificate.pem"));
    ClientIdentity identity =
        new ClientIdentity(key.toString(), certificate.toString(), trusting(certificate));
    KeyFactory factory = KeyFactory.getInstance("EC");
    assertThat(shown(identity)).isEqualTo(secretOf(factory, "ec-pkcs8.pem"));

    Files.writeString(key, "half of a k");
    assertThat(shown(identity)).isEqualTo(secretOf(factory, "ec-pkcs8.pem"));

    Files.write(key, bytes("other-key.pem"));
    Files.write(certificate, bytes("other-certificate.pem"));
    assertThat(shown(identity)).isEqualTo(secretOf(factory, "other-key.pem"));
  }

  /** The key that a handshake with a server that takes any issuer would use. */
  private static BigInteger shown(ClientIdentity identity) {
    String alias = requireNonNull(identity.chooseClientAlias(new String[] {"EC"}, null, null));
    return ((ECPrivateKey) requireNonNull(identity.getPrivateKey(alias))).getS();
  }
}
