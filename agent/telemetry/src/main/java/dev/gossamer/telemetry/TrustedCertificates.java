package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.exporter.internal.TlsUtil;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the certificates of a file as it is at the time of the handshake. When it cannot be read
 * any more, those that it held before stay trusted. Thread-safe.
 */
final class TrustedCertificates extends X509ExtendedTrustManager {
  private final PemFile file;
  private final OtlpOptions options;
  private X509ExtendedTrustManager current;

  /**
   * Reads the file.
   *
   * @throws IOException when it holds no certificates
   */
  TrustedCertificates(String path, OtlpOptions options) throws IOException {
    file = new PemFile(path);
    this.options = options;
    current = read(file);
  }

  private static X509ExtendedTrustManager read(PemFile file) throws IOException {
    Object manager = TlsUtil.trustManager(file.readCertificates());
    if (!(manager instanceof X509ExtendedTrustManager)) {
      // It would not check the name of the host.
      throw new SSLException("the JVM's trust manager is too old a type");
    }
    return (X509ExtendedTrustManager) manager;
  }

  private synchronized X509ExtendedTrustManager current() {
    if (file.hasChanged()) {
      try {
        current = read(file);
      } catch (IOException | RuntimeException e) {
        file.forget();
        options.keepCertificate(PemFile.reason(e));
      }
    }
    return current;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    current().checkServerTrusted(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    current().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    current().checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    current().checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    current().checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    current().checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return current().getAcceptedIssuers();
  }
}
