package dev.gossamer.telemetry.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** What the configuration says about TLS; nothing of it is loaded before an https connection. */
final class Tls {

  private @Nullable SSLContext context;
  private final @Nullable X509TrustManager trust;
  private final @Nullable List<String> protocols;

  /**
   * @param context null: one is made from {@code trust}
   * @param trust null: the certificate authorities of the JVM
   * @param protocols TLS versions to allow; null or empty: the JVM's own choice
   */
  Tls(
      @Nullable SSLContext context,
      @Nullable X509TrustManager trust,
      @Nullable List<String> protocols) {
    this.context = context;
    this.trust = trust;
    this.protocols = protocols;
  }

  /** Shakes hands over {@code channel}, within its deadline. */
  SSLSocket handshake(
      TimedChannel channel, InetSocketAddress address, Endpoint endpoint, boolean http2)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context()
                .getSocketFactory()
                .createSocket(
                    new ChannelSocket(channel, address), endpoint.host, endpoint.port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (protocols != null && !protocols.isEmpty()) {
      parameters.setProtocols(protocols.toArray(new String[0]));
    }
    if (http2) {
      Alpn.offerHttp2(parameters);
    }
    nameServer(parameters, endpoint.host);
    socket.setSSLParameters(parameters);
    if (http2) {
      Alpn.shakeHands(socket, endpoint);
    } else {
      socket.startHandshake();
    }
    return socket;
  }

  /** SNI. The JDK does it too, but not for a name without a dot, as services in a cluster have. */
  private static void nameServer(SSLParameters parameters, String host) {
    boolean address = true;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      address &= c == '.' || (c >= '0' && c <= '9');
    }
    if (address || host.indexOf(':') >= 0) {
      return;
    }
    SNIServerName name;
    try {
      name = new SNIHostName(host);
    } catch (IllegalArgumentException e) {
      // Not a name by the book, with an underscore for instance: it goes without SNI.
      return;
    }
    parameters.setServerNames(Collections.singletonList(name));
  }

  private SSLContext context() throws IOException {
    SSLContext known = context;
    if (known == null) {
      try {
        // Not SSLContext.getDefault(): the JVM makes that once, from system properties which the
        // application may still be about to set.
        known = SSLContext.getInstance("TLS");
        known.init(null, trust == null ? null : new TrustManager[] {trust}, null);
      } catch (GeneralSecurityException e) {
        throw new IOException("TLS is not usable: " + e.getMessage(), e);
      }
      context = known;
    }
    return known;
  }
}
