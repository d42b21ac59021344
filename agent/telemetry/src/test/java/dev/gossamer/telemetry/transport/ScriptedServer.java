package dev.gossamer.telemetry.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does to each connection what a test says, on one thread. */
final class ScriptedServer implements AutoCloseable {

  interface Script {
    /**
     * @param number of the connection, from 1
     */
    void run(int number, Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket listening;
  private final Thread thread;
  final AtomicInteger connections = new AtomicInteger();
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  ScriptedServer(Script script) {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread =
        new Thread(
            () -> {
              while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                  script.run(connections.incrementAndGet(), socket);
                } catch (IOException e) {
                  // The client is gone, or the test is over.
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://localhost:" + listening.getLocalPort();
  }

  /** Reads one request with a Content-Length; its head is recorded. */
  void readRequest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no request");
      }
      head.write(b);
      text = head.toString(StandardCharsets.ISO_8859_1);
    }
    for (String line : text.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        in.readNBytes(Integer.parseInt(line.substring(15).trim()));
      }
    }
    requests.add(text);
  }

  static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws Exception {
    listening.close();
    thread.interrupt();
  }
}
