package dev.gossamer.testing.servers;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** For servers that must be told their port before they start. */
public final class FreePort {
  /** Below what systems give to clients and to servers that ask for any port. */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private FreePort() {}

  /**
   * A port of the loopback address that was free a moment ago, and which nobody gets who asks for
   * any: a database looks for its files for seconds before it takes it.
   */
  public static int find() throws IOException {
    BindException taken = new BindException("no free port");
    for (int i = 0; i < 100; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        taken = e;
      }
    }
    throw taken;
  }
}
