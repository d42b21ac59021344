package dev.gossamer.telemetry.transport;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.ProtocolException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Asks for HTTP/2 in the TLS handshake (RFC 7301). The methods are part of Java 9 and of Java 8
 * from 8u252 on, but not of what {@code --release 8} shows, hence the reflection.
 */
final class Alpn {

  /** The alert's name, which the JDK puts into its message. */
  private static final String NO_PROTOCOL = "no_application_protocol";

  private Alpn() {}

  static void offerHttp2(SSLParameters parameters) throws IOException {
    try {
      Method method = SSLParameters.class.getMethod("setApplicationProtocols", String[].class);
      method.invoke(parameters, (Object) new String[] {"h2"});
    } catch (ReflectiveOperationException e) {
      throw unsupported(e);
    }
  }

  /** Shakes hands; the server must agree to HTTP/2, which some refuse in an alert. */
  static void shakeHands(SSLSocket socket, Endpoint endpoint) throws IOException {
    try {
      socket.startHandshake();
    } catch (SSLException e) {
      String said = e.getMessage();
      if (said != null && said.contains(NO_PROTOCOL)) {
        throw refused(endpoint);
      }
      throw e;
    }
    requireHttp2(socket, endpoint);
  }

  private static void requireHttp2(SSLSocket socket, Endpoint endpoint) throws IOException {
    Object agreed;
    try {
      agreed = SSLSocket.class.getMethod("getApplicationProtocol").invoke(socket);
    } catch (ReflectiveOperationException | UnsupportedOperationException e) {
      throw unsupported(e);
    }
    if (!"h2".equals(agreed)) {
      throw refused(endpoint);
    }
  }

  private static WrongProtocolException refused(Endpoint endpoint) {
    return new WrongProtocolException(
        false, endpoint, "did not agree to HTTP/2 in the TLS handshake");
  }

  private static IOException unsupported(Exception cause) {
    IOException e =
        new ProtocolException(
            "Java "
                + System.getProperty("java.version")
                + " can't negotiate HTTP/2 over TLS: use Java 8u252 or newer, or set"
                + " OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
    e.initCause(cause);
    return e;
  }
}
