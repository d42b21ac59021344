package dev.gossamer.smoke.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Answer;
import dev.gossamer.testing.SpanRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way into a collector, spoken to one that was not written for these tests. */
final class ProtocolsTest {
  private static final String TOKEN = "s3cret";

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  private static Certificate server;
  private static Certificate rsaClient;
  private static Certificate ecClient;
  private static Path clients;
  private static Collector collector;

  @BeforeAll
  static void startCollector() throws Exception {
    AGENT.receiver().deadline(Duration.ofSeconds(60));
    server = Certificate.ec(folder, "server");
    rsaClient = Certificate.rsa(folder, "rsa-client");
    ecClient = Certificate.ec(folder, "ec-client");
    clients = folder.resolve("clients.crt");
    Files.writeString(
        clients,
        Files.readString(rsaClient.certificate()) + Files.readString(ecClient.certificate()));
    collector = collector().start();
  }

  private static Collector collector() {
    return new Collector("protocols.yaml", folder)
        .listening("PLAIN_GRPC_PORT", "PLAIN_HTTP_PORT", "TOKEN_GRPC_PORT", "TOKEN_HTTP_PORT")
        .listening("TLS_GRPC_PORT", "TLS_HTTP_PORT", "MTLS_GRPC_PORT", "MTLS_HTTP_PORT")
        .with("TOKEN", TOKEN)
        .with("SERVER_CERTIFICATE", server.certificate().toString())
        .with("SERVER_KEY", server.key().toString())
        .with("CLIENT_CERTIFICATE", clients.toString())
        .with("FAR_END", AGENT.receiver().endpoint());
  }

  @AfterEach
  void claimWhatIsNotOfInterest() {
    AGENT.receiver().claimAll();
  }

  @AfterAll
  static void stopCollector() {
    // Null where the tests are skipped.
    if (collector != null) {
      collector.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"http/protobuf, none", "http/protobuf, gzip", "grpc, none", "grpc, gzip"})
  void inClearText(String protocol, String compression) {
    AgentJvm jvm =
        AGENT.launch(
            service(protocol, "http://localhost:", "PLAIN")
                .env("OTEL_EXPORTER_OTLP_COMPRESSION", compression)
                .env("OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=blue%20team"));
    SpanRecord span = allSignalsArrive(jvm);
    assertThat(span.attribute("tenant")).isEqualTo("blue team");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void withTls(String protocol) {
    allSignalsArrive(
        AGENT.launch(
            service(protocol, "https://localhost:", "TLS")
                .env("OTEL_EXPORTER_OTLP_CERTIFICATE", server.certificate().toString())));
  }

  @ParameterizedTest
  @CsvSource({
    "http/protobuf, rsa, PKCS#8",
    "grpc, rsa, PKCS#1",
    "http/protobuf, ec, SEC1",
    "grpc, ec, PKCS#8"
  })
  void withACertificateOfItsOwn(String protocol, String algorithm, String form) {
    Certificate client = algorithm.equals("rsa") ? rsaClient : ecClient;
    Path key = form.equals("PKCS#8") ? client.key() : client.traditionalKey();
    allSignalsArrive(
        AGENT.launch(mutual(protocol, collector, server.certificate(), client.certificate(), key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void withoutTheCertificateThatIsAskedForOneLineSaysSo(String protocol) {
    AgentJvm jvm =
        AGENT.launch(
            spansOnly(service(protocol, "https://localhost:", "MTLS"))
                .env("OTEL_EXPORTER_OTLP_CERTIFICATE", server.certificate().toString()));
    Services.send(jvm.port(), "/orders");
    assertThat(AGENT.expectErrorLine(jvm, "cannot be exported"))
        .containsIgnoringCase("certificate");
  }

  /** Secrets are mounted as files that are replaced; the JVM goes on for months. */
  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void filesThatAreReplacedAreReadAgain(String protocol) throws Exception {
    Mounted mounted = new Mounted(folder.resolve("mounted-" + protocol.charAt(0)));
    mounted.hold(server, ecClient);
    Certificate newServer = Certificate.rsa(mounted.folder, "new-server");
    Certificate newClient = Certificate.rsa(mounted.folder, "new-client");
    try (Collector rotating = collector()) {
      rotating.start();
      AgentJvm jvm =
          AGENT.launch(
              mutual(protocol, rotating, mounted.trusted(), mounted.certificate(), mounted.key()));
      allSignalsArrive(jvm);

      rotating.stop();
      mounted.hold(newServer, newClient);
      rotating
          .with("SERVER_CERTIFICATE", newServer.certificate().toString())
          .with("SERVER_KEY", newServer.key().toString())
          .with("CLIENT_CERTIFICATE", newClient.certificate().toString())
          .start();

      allSignalsArrive(jvm);
      assertThat(jvm.stop()).isEqualTo(143);
    }
  }

  /** Where the application sees a secret. */
  private record Mounted(Path folder) {
    Path trusted() {
      return folder.resolve("ca.crt");
    }

    Path certificate() {
      return folder.resolve("tls.crt");
    }

    Path key() {
      return folder.resolve("tls.key");
    }

    void hold(Certificate server, Certificate client) throws IOException {
      Files.createDirectories(folder);
      replace(server.certificate(), trusted());
      replace(client.certificate(), certificate());
      replace(client.key(), key());
    }

    private static void replace(Path source, Path target) throws IOException {
      Path beside = target.resolveSibling(target.getFileName() + ".new");
      Files.copy(source, beside);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void withTheTokenThatIsAskedFor(String protocol) {
    SpanRecord span =
        allSignalsArrive(
            AGENT.launch(
                service(protocol, "http://localhost:", "TOKEN")
                    .env("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20" + TOKEN)));
    assertThat(span.attributes()).doesNotContainKey("tenant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void withAnotherTokenOneLineSaysSo(String protocol) {
    AgentJvm jvm =
        AGENT.launch(
            spansOnly(service(protocol, "http://localhost:", "TOKEN"))
                .env("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20other"));
    Services.send(jvm.port(), "/orders");
    assertThat(AGENT.expectErrorLine(jvm, "cannot be exported"))
        .containsPattern(protocol.equals("grpc") ? "(?i)unauthenticated|16" : "401")
        .doesNotContain("other");
  }

  /** A collector whose own way on is blocked says so, and has the batch later. */
  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void whatACollectorCannotPassOnNowItGetsAgain(String protocol) {
    Answer later = Answer.status(503);
    AGENT.receiver().answerNext(later, later);
    AgentJvm jvm = AGENT.launch(spansOnly(service(protocol, "http://localhost:", "PLAIN")));
    String traceId = Services.send(jvm.port(), "/orders");
    AGENT.receiver().awaitSpan(span -> span.traceId().equals(traceId));
    assertThat(AGENT.receiver().requests()).hasSize(3);
  }

  /** What the far end will never take, its collector refuses for good: one attempt, one line. */
  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void whatACollectorWillNeverPassOnIsToldInOneLine(String protocol) {
    AGENT.receiver().answerNext(Answer.status(400));
    AgentJvm jvm = AGENT.launch(spansOnly(service(protocol, "http://localhost:", "PLAIN")));
    Services.send(jvm.port(), "/orders");
    AGENT.expectErrorLine(jvm, "cannot be exported");
    String traceId = Services.send(jvm.port(), "/orders");
    AGENT.receiver().awaitSpan(span -> span.traceId().equals(traceId));
    AGENT.expectErrorLine(jvm, "again");
    assertThat(AGENT.receiver().requests()).hasSize(2);
  }

  @Test
  void grpcOnTheHttpPortIsNamed() {
    protocolIsNamed("grpc", "PLAIN_HTTP_PORT");
  }

  @Test
  void httpOnTheGrpcPortIsNamed() {
    protocolIsNamed("http/protobuf", "PLAIN_GRPC_PORT");
  }

  private static void protocolIsNamed(String protocol, String portVariable) {
    AgentJvm jvm =
        AGENT.launch(
            spansOnly(service(protocol, "http://localhost:" + collector.port(portVariable)))
                .env("OTEL_EXPORTER_OTLP_TIMEOUT", "3000"));
    Services.send(jvm.port(), "/orders");
    assertThat(AGENT.expectErrorLine(jvm, "cannot be exported"))
        .contains("OTEL_EXPORTER_OTLP_PROTOCOL");
  }

  private static AgentJvmBuilder mutual(
      String protocol, Collector collector, Path trusted, Path certificate, Path key) {
    String variable = protocol.equals("grpc") ? "MTLS_GRPC_PORT" : "MTLS_HTTP_PORT";
    return service(protocol, "https://localhost:" + collector.port(variable))
        .env("OTEL_EXPORTER_OTLP_CERTIFICATE", trusted.toString())
        .env("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", certificate.toString())
        .env("OTEL_EXPORTER_OTLP_CLIENT_KEY", key.toString());
  }

  private static AgentJvmBuilder service(String protocol, String host, String receiver) {
    String variable = receiver + (protocol.equals("grpc") ? "_GRPC_PORT" : "_HTTP_PORT");
    return service(protocol, host + collector.port(variable));
  }

  private static AgentJvmBuilder service(String protocol, String endpoint) {
    return Services.service(
            OperatorEnvironment.of("orders", "orders", Services.agent().toString(), endpoint)
                .expanded())
        .env("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
  }

  private static AgentJvmBuilder spansOnly(AgentJvmBuilder builder) {
    return builder.env("OTEL_METRICS_EXPORTER", "none").env("OTEL_LOGS_EXPORTER", "none");
  }

  private static SpanRecord allSignalsArrive(AgentJvm jvm) {
    int metrics = AGENT.receiver().metrics().size();
    String traceId = Services.send(jvm.port(), "/orders");
    AGENT.receiver().awaitLog(log -> log.traceId().equals(traceId));
    AGENT
        .receiver()
        .await("more metrics", () -> AGENT.receiver().metrics().size() > metrics ? true : null);
    return AGENT.receiver().awaitSpan(span -> span.traceId().equals(traceId));
  }
}
