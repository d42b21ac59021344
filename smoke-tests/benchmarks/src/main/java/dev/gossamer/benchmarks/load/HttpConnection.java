package dev.gossamer.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 connection, kept open, that always asks for the same. */
final class HttpConnection {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final int port;
  private final byte[] request;
  private @Nullable Socket socket;
  private @Nullable InputStream input;

  HttpConnection(int port, String path) {
    this.port = port;
    this.request =
        ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * So many requests, sent at once where the server leaves the connection open, and their answers.
   *
   * @return how many were answered with a 2xx
   */
  int requests(int count) throws IOException {
    int fine = 0;
    int left = count;
    while (left > 0) {
      InputStream in = open();
      byte[] pipelined = new byte[left * request.length];
      for (int i = 0; i < left; i++) {
        System.arraycopy(request, 0, pipelined, i * request.length, request.length);
      }
      Objects.requireNonNull(socket).getOutputStream().write(pipelined);
      do {
        fine += answer(in) ? 1 : 0;
        left--;
      } while (left > 0 && socket != null);
    }
    return fine;
  }

  private InputStream open() throws IOException {
    InputStream in = input;
    if (socket == null || in == null) {
      Socket open = new Socket(InetAddress.getLoopbackAddress(), port);
      open.setTcpNoDelay(true);
      open.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(open.getInputStream());
      socket = open;
      input = in;
    }
    return in;
  }

  /** Reads one answer; true if it was a 2xx. Closes the connection if the server is about to. */
  private boolean answer(InputStream in) throws IOException {
    boolean fine = line(in).startsWith("HTTP/1.1 2");
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).trim());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      } else if (lower.equals("connection: close")) {
        last = true;
      }
    }
    if (chunked) {
      for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
        in.skipNBytes(size);
        line(in);
      }
      line(in);
    } else {
      in.skipNBytes(length);
    }
    if (last) {
      close();
    }
    return fine;
  }

  void close() {
    Socket open = socket;
    socket = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException ignored) {
        // Nothing more is wanted from it.
      }
    }
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in).trim(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
