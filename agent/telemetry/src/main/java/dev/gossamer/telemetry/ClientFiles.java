package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificates and the key for TLS. A file that cannot be used costs one line and what it was
 * for; one that is replaced later is read again with the next handshake. Nothing is read for an
 * endpoint without TLS.
 */
final class ClientFiles {
  private final OtlpOptions options;
  private @Nullable TrustedCertificates trusted;
  private @Nullable ClientIdentity identity;

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
        trusted = new TrustedCertificates(trustedPath, options);
      } catch (IOException | RuntimeException e) {
        options.rejectCertificate(PemFile.reason(e));
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
      identity = new ClientIdentity(keyPath, certificatePath, options);
    } catch (IOException | RuntimeException e) {
      options.rejectClientKey(PemFile.reason(e));
    }
  }

  /** Null when there are no files, or TLS is not usable: then who connects says so. */
  @Nullable SSLContext context() {
    if (trusted == null && identity == null) {
      return null;
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity == null ? null : new KeyManager[] {identity},
          trusted == null ? null : new TrustManager[] {trusted},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  /** Null: the certificates of the JVM. */
  @Nullable X509TrustManager trustManager() {
    return trusted;
  }

  /** Hands them to an exporter's builder, if there are any. */
  void into(Builder builder) {
    SSLContext context = context();
    X509TrustManager trust = trusted != null ? trusted : ofTheJvm();
    if (context != null && trust != null) {
      builder.setSslContext(context, trust);
    }
  }

  private static @Nullable X509TrustManager ofTheJvm() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  /** Takes what TLS needs. */
  interface Builder {
    void setSslContext(SSLContext context, X509TrustManager trust);
  }
}
