package dev.gossamer.instrumentation.reactornetty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers the first request of every connection; the second one of the first breaks it. */
final class BreakingServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

  BreakingServer() throws IOException {
    Thread thread = new Thread(this::serve, "breaking-server");
    thread.setDaemon(true);
    thread.start();
  }

  String url(String path) {
    return "http://localhost:" + socket.getLocalPort() + path;
  }

  private void serve() {
    try {
      while (true) {
        Socket connection = socket.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        readHead(in);
        connection
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        readHead(in);
        // No orderly end: the other side sees a reset.
        connection.setSoLinger(true, 0);
        connection.close();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void readHead(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      line = in.readLine();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
