package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.exporter.internal.TlsUtil;
import java.io.IOException;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the certificate of a file as it is at the time of the handshake. When the files cannot be
 * used any more, what they held before is shown. Thread-safe.
 */
final class ClientIdentity extends X509ExtendedKeyManager {
  private final PemFile key;
  private final PemFile certificate;
  private final OtlpOptions options;
  private X509KeyManager current;

  /**
   * Reads the files.
   *
   * @throws IOException when they hold no key or no certificate
   */
  ClientIdentity(String keyPath, String certificatePath, OtlpOptions options) throws IOException {
    key = new PemFile(keyPath);
    certificate = new PemFile(certificatePath);
    this.options = options;
    current = read(key, certificate);
  }

  private static X509KeyManager read(PemFile key, PemFile certificate) throws IOException {
    byte[] certificates = certificate.readCertificates();
    return TlsUtil.keyManager(PrivateKeys.toPkcs8(key.read()), certificates);
  }

  /** Asked once for each handshake, so that key and certificate are of the same reading. */
  private synchronized X509KeyManager refreshed() {
    if (key.hasChanged() || certificate.hasChanged()) {
      try {
        current = read(key, certificate);
      } catch (IOException | RuntimeException e) {
        key.forget();
        options.keepClientKey(PemFile.reason(e));
      }
    }
    return current;
  }

  private synchronized X509KeyManager current() {
    return current;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return refreshed().chooseClientAlias(keyTypes, issuers, socket);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return refreshed().chooseClientAlias(keyTypes, issuers, null);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return current().getCertificateChain(alias);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return current().getPrivateKey(alias);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return current().getClientAliases(keyType, issuers);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
