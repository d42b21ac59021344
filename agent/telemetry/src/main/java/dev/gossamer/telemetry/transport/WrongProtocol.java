package dev.gossamer.telemetry.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Tells from the first bytes of an answer which protocol the server speaks instead. */
final class WrongProtocol {

  private static final int TLS_ALERT = 0x15;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;

  private WrongProtocol() {}

  /**
   * @param first the byte that was read instead of the {@code H} of {@code HTTP/1.1}
   */
  static ProtocolException insteadOfHttp1(int first, InputStream in, Endpoint endpoint)
      throws IOException {
    if (first == TLS_ALERT) {
      return speaksTls(endpoint);
    }
    // A frame header starts with the length (3 bytes) and the type; these frames are short.
    if (first == 0 && in.read() == 0 && in.read() >= 0) {
      int type = in.read();
      if (type == SETTINGS || type == GOAWAY) {
        return new WrongProtocolException(true, endpoint, "speaks gRPC, not OTLP over HTTP");
      }
    }
    return new ProtocolException(endpoint + " doesn't answer in HTTP/1");
  }

  /** The same for HTTP/2, from the nine bytes of what should be a frame header; null: it is one. */
  static @Nullable ProtocolException insteadOfHttp2(byte[] header, Endpoint endpoint) {
    if (header[0] == 'H' && header[1] == 'T' && header[2] == 'T' && header[3] == 'P') {
      return new WrongProtocolException(false, endpoint, "speaks HTTP/1, not gRPC");
    }
    if (header[0] == TLS_ALERT && header[1] == 3) {
      return speaksTls(endpoint);
    }
    return header[3] == SETTINGS
        ? null
        : new ProtocolException(endpoint + " doesn't answer in HTTP/2");
  }

  private static ProtocolException speaksTls(Endpoint endpoint) {
    return new ProtocolException(
        "the server at " + endpoint + " speaks TLS: set an endpoint that starts with https://");
  }
}
