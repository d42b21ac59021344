package dev.gossamer.testing.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For servers that must be told their port before they start. */
final class FreePort {
  private FreePort() {}

  /** A port of the loopback address that was free a moment ago. */
  static int find() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
