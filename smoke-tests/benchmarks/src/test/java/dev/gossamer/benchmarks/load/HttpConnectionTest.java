package dev.gossamer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HttpConnectionTest {
  private static final int KEPT_OPEN_FOR = 3;

  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void requestsThatAConnectionIsClosedBeforeAreSentAgain() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> serve(server), "server");
      thread.setDaemon(true);
      thread.start();
      HttpConnection connection = new HttpConnection(server.getLocalPort(), "/");
      // Every second answer is an error.
      assertThat(connection.requests(10)).isEqualTo(5);
      assertThat(answered).hasValue(10);
      assertThat(connections).hasValue(4);
      connection.close();
    }
  }

  private void serve(ServerSocket server) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          connections.incrementAndGet();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
          int left = KEPT_OPEN_FOR;
          for (String line = in.readLine(); line != null && left > 0; line = in.readLine()) {
            if (line.isEmpty()) {
              left--;
              answer(socket, left == 0);
            }
            if (left == 0) {
              // What was sent beyond has to be read, or the answers are reset away.
              socket.shutdownOutput();
              while (in.readLine() != null) {
                continue;
              }
            }
          }
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void answer(Socket socket, boolean last) throws IOException {
    String status = answered.incrementAndGet() % 2 == 0 ? "200 OK" : "500 No";
    String head = "HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n";
    socket
        .getOutputStream()
        .write(
            (head + (last ? "Connection: close\r\n" : "") + "\r\nhi")
                .getBytes(StandardCharsets.US_ASCII));
  }
}
