package dev.gossamer.instrumentation.netty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which texts go out and come in as they are. */
final class RawConnection implements AutoCloseable {
  private final Socket socket;
  private final StringBuilder read = new StringBuilder();

  RawConnection(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawConnection send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawConnection get(String target, String... lines) {
    StringBuilder text = new StringBuilder("GET ").append(target).append(" HTTP/1.1\r\n");
    text.append("Host: localhost\r\n");
    for (String line : lines) {
      text.append(line).append("\r\n");
    }
    return send(text.append("\r\n").toString());
  }

  /** Everything up to and including this text, counted from what was read before. */
  String readUntil(String text) {
    int from = read.length();
    try {
      InputStream in = socket.getInputStream();
      while (read.indexOf(text, from) < 0) {
        int b = in.read();
        if (b < 0) {
          throw new IllegalStateException("ended after " + read);
        }
        read.append((char) b);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.substring(from);
  }

  String readToEnd() {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "broken off";
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
