package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The certificates and the key for TLS. A file that cannot be used costs one line and what it was
 * for. Nothing is read for an endpoint without TLS.
 */
final class ClientFiles {
  private static final int LARGEST = 4 << 20;
  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

  private final OtlpOptions options;
  private byte @Nullable [] trusted;
  private byte @Nullable [] key;
  private byte @Nullable [] certificate;

  private ClientFiles(OtlpOptions options) {
    this.options = options;
  }

  static ClientFiles of(OtlpOptions options) {
    ClientFiles files = new ClientFiles(options);
    if (options.endpoint().startsWith("https:")) {
      files.read();
    }
    return files;
  }

  private void read() {
    String trustedPath = options.certificate();
    if (trustedPath != null) {
      try {
        trusted = certificates(trustedPath);
      } catch (IOException | RuntimeException e) {
        options.rejectCertificate(reason(e));
      }
    }
    String keyPath = options.clientKey();
    String certificatePath = options.clientCertificate();
    if (keyPath == null && certificatePath == null) {
      return;
    }
    if (keyPath == null || certificatePath == null) {
      options.rejectClientKey(
          keyPath == null ? "the key is missing" : "the certificate is missing");
      return;
    }
    try {
      certificate = certificates(certificatePath);
      key = PrivateKeys.toPkcs8(SystemFiles.bytes(keyPath, LARGEST));
    } catch (IOException | RuntimeException e) {
      key = null;
      options.rejectClientKey(reason(e));
    }
  }

  private static byte[] certificates(String path) throws IOException {
    byte[] bytes = SystemFiles.bytes(path, LARGEST);
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(CERTIFICATE)) {
      throw new IOException("no certificate in " + path);
    }
    return bytes;
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  /** Whether there is anything to hand to a builder. */
  boolean any() {
    return trusted != null || key != null && certificate != null;
  }

  /** Hands them to an exporter's builder, which is the one to find out whether they are valid. */
  void into(Trust trust, Identity identity) {
    if (trusted != null) {
      try {
        trust.use(trusted);
      } catch (RuntimeException e) {
        options.rejectCertificate(reason(e));
      }
    }
    if (key != null && certificate != null) {
      try {
        identity.use(key, certificate);
      } catch (RuntimeException e) {
        options.rejectClientKey(reason(e));
      }
    }
  }

  /** Takes certificates to trust. */
  interface Trust {
    void use(byte[] certificates);
  }

  /** Takes the client's key and certificate. */
  interface Identity {
    void use(byte[] key, byte[] certificate);
  }
}
