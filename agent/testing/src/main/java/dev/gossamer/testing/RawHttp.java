package dev.gossamer.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 request whose header lines go out exactly as given, in case, order and number, over a
 * plain socket to the loopback address.
 */
public final class RawHttp {
  /**
   * An answer.
   *
   * @param headers one entry per header line
   * @param localPort the port the request was sent from
   */
  public record Response(
      int status, List<Map.Entry<String, String>> headers, String body, int localPort) {
    /** The first line of a header, whatever the case of its name; null when there is none. */
    public @Nullable String header(String name) {
      return headers.stream()
          .filter(line -> line.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }
  }

  private final String method;
  private final String target;
  private final StringBuilder lines = new StringBuilder();
  private @Nullable String body;
  private boolean chunked;
  private boolean hostGiven;

  private RawHttp(String method, String target) {
    this.method = method;
    this.target = target;
  }

  /** A request without headers but Host, which is added when it is not given. */
  public static RawHttp request(String method, String target) {
    return new RawHttp(method, target);
  }

  /** Adds one header line; the value goes out as it is, white space included. */
  public RawHttp header(String name, String value) {
    hostGiven |= name.equalsIgnoreCase("host");
    lines.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  /** Sends a body with a Content-Length. */
  public RawHttp body(String text) {
    body = text;
    return this;
  }

  /** Sends a body in two chunks. */
  public RawHttp chunked(String text) {
    body = text;
    chunked = true;
    return this;
  }

  /** Sends it over a connection of its own and waits for the answer. */
  public Response send(int port) {
    return pipeline(port, List.of(this)).get(0);
  }

  /** Sends all requests over one connection before reading the first answer. */
  public static List<Response> pipeline(int port, List<RawHttp> requests) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(60_000);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      // Some servers close as soon as they have read that they shall, answered or not.
      boolean last = requests.size() == 1;
      for (RawHttp request : requests) {
        all.write(request.bytes(port, last));
      }
      socket.getOutputStream().write(all.toByteArray());
      InputStream in = new BufferedInputStream(socket.getInputStream());
      List<Response> responses = new ArrayList<>();
      for (RawHttp request : requests) {
        responses.add(read(in, socket.getLocalPort(), request.method.equals("HEAD")));
      }
      return responses;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends requests one after the other, each when the last one was answered, over one connection as
   * long as the server keeps it.
   */
  public static List<Response> inTurn(int port, List<RawHttp> requests) {
    return inTurn(port, requests, count -> {});
  }

  /**
   * As {@link #inTurn(int, List)}.
   *
   * @param answered gets the number of answers after each, before the next request is sent
   */
  public static List<Response> inTurn(int port, List<RawHttp> requests, IntConsumer answered) {
    List<Response> responses = new ArrayList<>();
    while (responses.size() < requests.size()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        boolean open = true;
        while (open && responses.size() < requests.size()) {
          RawHttp request = requests.get(responses.size());
          boolean last = responses.size() == requests.size() - 1;
          socket.getOutputStream().write(request.bytes(port, last));
          Response response = read(in, socket.getLocalPort(), request.method.equals("HEAD"));
          responses.add(response);
          open = !"close".equalsIgnoreCase(response.header("Connection"));
          answered.accept(responses.size());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return responses;
  }

  private byte[] bytes(int port, boolean last) {
    StringBuilder text = new StringBuilder(method).append(' ').append(target);
    text.append(" HTTP/1.1\r\n");
    if (!hostGiven) {
      text.append("Host: localhost:").append(port).append("\r\n");
    }
    text.append(lines);
    if (last) {
      text.append("Connection: close\r\n");
    }
    if (body == null) {
      return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (chunked) {
      int half = bytes.length / 2;
      text.append("Transfer-Encoding: chunked\r\n\r\n");
      out.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
      chunk(bytes, 0, half, out);
      chunk(bytes, half, bytes.length - half, out);
      out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } else {
      text.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
      out.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  private static void chunk(byte[] bytes, int from, int length, ByteArrayOutputStream out) {
    if (length > 0) {
      out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, from, length);
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Response read(InputStream in, int localPort, boolean head) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    int length = -1;
    boolean chunkedBody = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      headers.add(Map.entry(name, value));
      if (name.equalsIgnoreCase("content-length")) {
        length = Integer.parseInt(value);
      } else if (name.equalsIgnoreCase("transfer-encoding")) {
        chunkedBody = value.equalsIgnoreCase("chunked");
      }
    }
    byte[] body;
    if (head || status == 204 || status == 304) {
      body = new byte[0];
    } else if (chunkedBody) {
      body = chunks(in);
    } else {
      body = length < 0 ? in.readAllBytes() : in.readNBytes(length);
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return new Response(status, List.copyOf(headers), text, localPort);
  }

  static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
      body.writeBytes(in.readNBytes(size));
      line(in);
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended in the middle of a message");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
