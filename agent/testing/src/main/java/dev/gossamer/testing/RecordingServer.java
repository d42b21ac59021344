package dev.gossamer.testing;

import java.io.BufferedInputStream;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP/1.1 server over plain sockets in the test's own JVM: the far end of the calls an
 * application makes. Keeps every request with its header lines exactly as sent, which the JDK's
 * server does not. Thread-safe.
 */
public final class RecordingServer implements AutoCloseable {
  /** Decides on the answer to a request. */
  @FunctionalInterface
  public interface Handler {
    /** The answer; {@link Response#HANG_UP} closes the connection without one. */
    Response handle(RecordedRequest request) throws IOException, InterruptedException;
  }

  /**
   * An answer.
   *
   * @param headers alternating names and values
   * @param bodyGate opened when the body may follow the headers; null for at once
   */
  public record Response(
      int status, String body, List<String> headers, @Nullable CountDownLatch bodyGate) {
    /** No answer: the connection is closed. */
    public static final Response HANG_UP = new Response(0, "", List.of(), null);

    /** An answer with a body and headers, given as alternating names and values. */
    public static Response of(int status, String body, String... headers) {
      return new Response(status, body, List.of(headers), null);
    }

    /** The same, with a body that is held back until the gate opens. */
    public Response withBodyGate(CountDownLatch gate) {
      return new Response(status, body, headers, gate);
    }
  }

  private final ServerSocket server;
  private final Handler handler;
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private RecordingServer(Handler handler) throws IOException {
    this.handler = handler;
    server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /** Starts a server that answers every request with 200 and an empty body. */
  public static RecordingServer start() {
    return start(request -> Response.of(200, ""));
  }

  /** Starts a server on a free port of the loopback address. */
  public static RecordingServer start(Handler handler) {
    try {
      return new RecordingServer(handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** The URL of a path on this server; the host is {@code localhost}. */
  public String url(String path) {
    return "http://localhost:" + port() + path;
  }

  /** All requests in the order of their arrival. */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Forgets the requests so far. */
  public synchronized void clear() {
    requests.clear();
  }

  /** Waits until at least this many matching requests have arrived; returns those that match. */
  public synchronized List<RecordedRequest> awaitRequests(
      int count, Predicate<RecordedRequest> condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      List<RecordedRequest> matching = requests.stream().filter(condition).toList();
      if (matching.size() >= count) {
        return matching;
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "not " + count + " matching requests within 20 s; received: " + requests);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for requests", e);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        daemon(() -> serve(connection));
      } catch (IOException e) {
        // Closed, or one connection that came to nothing.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      while (true) {
        RecordedRequest request = read(in, out, connection.getPort());
        synchronized (this) {
          requests.add(request);
          notifyAll();
        }
        Response response = handler.handle(request);
        if (response.equals(Response.HANG_UP)) {
          return;
        }
        write(response, request.method().equals("HEAD"), out);
        if (request.headers("connection").contains("close")) {
          return;
        }
      }
    } catch (IOException e) {
      // The client went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  private static RecordedRequest read(InputStream in, OutputStream out, int peerPort)
      throws IOException {
    String[] start = RawHttp.line(in).split(" ", 3);
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    long length = 0;
    boolean chunked = false;
    for (String line = RawHttp.line(in); !line.isEmpty(); line = RawHttp.line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("no header line: " + line);
      }
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      headers.add(Map.entry(name, value));
      if (name.equalsIgnoreCase("content-length")) {
        length = Long.parseLong(value);
      } else if (name.equalsIgnoreCase("transfer-encoding")) {
        chunked = value.equalsIgnoreCase("chunked");
      } else if (name.equalsIgnoreCase("expect")) {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
    byte[] body = chunked ? RawHttp.chunks(in) : in.readNBytes((int) length);
    return new RecordedRequest(start[0], start[1], List.copyOf(headers), body, peerPort);
  }

  private static void write(Response response, boolean head, OutputStream out)
      throws IOException, InterruptedException {
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder("HTTP/1.1 ").append(response.status());
    text.append(" Scripted\r\nContent-Length: ").append(body.length).append("\r\n");
    for (int i = 0; i < response.headers().size(); i += 2) {
      text.append(response.headers().get(i)).append(": ");
      text.append(response.headers().get(i + 1)).append("\r\n");
    }
    text.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (response.bodyGate() != null) {
      out.write(all.toByteArray());
      out.flush();
      all.reset();
      response.bodyGate().await();
    }
    if (!head) {
      all.write(body);
    }
    out.write(all.toByteArray());
    out.flush();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "recording-server");
    thread.setDaemon(true);
    thread.start();
  }
}
