package dev.gossamer.telemetry.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;

/** Reads HTTP/1 responses, one at a time, in bounded memory (RFC 9112). */
final class HttpResponseReader {

  private static final int MAX_HEAD_BYTES = 32 * 1024;
  private static final int MAX_INTERIM_RESPONSES = 20;

  private final InputStream in;
  private final Endpoint endpoint;
  private final long maxBodyBytes;

  private boolean answered;
  private boolean keepAlive;

  private int headBytes;
  private int status;
  private String reason = "";
  private long contentLength;
  private boolean chunked;
  private long retryDelayNanos;

  HttpResponseReader(InputStream in, Endpoint endpoint, long maxBodyBytes) {
    this.in = in;
    this.endpoint = endpoint;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** To be called before each request. */
  void reset() {
    answered = false;
    keepAlive = false;
  }

  /** Whether any byte of the response has come. */
  boolean isAnswered() {
    return answered;
  }

  /** Whether the connection is good for another request; only after {@link #read()}. */
  boolean isKeepAlive() {
    return keepAlive;
  }

  HttpAnswer read() throws IOException {
    int interim = 0;
    do {
      if (++interim > MAX_INTERIM_RESPONSES) {
        throw new ProtocolException(endpoint + " sends one interim response after the other");
      }
      readHead();
    } while (status < 200);
    byte[] body = new byte[0];
    try {
      body = readBody();
    } catch (IOException e) {
      keepAlive = false;
      // The status was heard: cut short or not, it decides. What is lost otherwise may have been
      // taken already, so that sending it again could double it.
      if (!HttpAnswer.isRetryable(status)) {
        throw unusable(e);
      }
    }
    return new HttpAnswer(status, reason, body, retryDelayNanos);
  }

  private void readHead() throws IOException {
    headBytes = 0;
    contentLength = -1;
    chunked = false;
    retryDelayNanos = 0;
    readStatusLine();
    while (true) {
      String line = readLine();
      if (line.isEmpty()) {
        return;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        readHeader(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
      }
    }
  }

  private void readStatusLine() throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException(endpoint + " closed the connection without an answer");
    }
    answered = true;
    if (first != 'H') {
      throw WrongProtocol.insteadOfHttp1(first, in, endpoint);
    }
    String line = "H" + readLine();
    if (!line.startsWith("HTTP/1.") || line.length() < 12 || line.charAt(8) != ' ') {
      throw new ProtocolException(endpoint + " doesn't answer in HTTP/1");
    }
    status = 0;
    for (int i = 9; i < 12; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new ProtocolException(endpoint + " answers without an HTTP status");
      }
      status = status * 10 + digit;
    }
    if (status < 100) {
      throw new ProtocolException(endpoint + " answers without an HTTP status");
    }
    reason = line.substring(12).trim();
    keepAlive = line.charAt(7) != '0';
  }

  private void readHeader(String name, String value) throws IOException {
    switch (name) {
      case "content-length":
        long length = parseLength(value);
        if (length < 0 || (contentLength >= 0 && contentLength != length)) {
          throw new ProtocolException(endpoint + " answers with an invalid Content-Length");
        }
        contentLength = length;
        break;
      case "transfer-encoding":
        chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
        if (!chunked) {
          throw new ProtocolException(endpoint + " answers in an unknown Transfer-Encoding");
        }
        break;
      case "connection":
        String options = value.toLowerCase(Locale.ROOT);
        if (options.contains("close")) {
          keepAlive = false;
        } else if (options.contains("keep-alive")) {
          keepAlive = true;
        }
        break;
      case "retry-after":
        retryDelayNanos = RetryAfter.nanos(value, System.currentTimeMillis());
        break;
      default:
    }
  }

  private byte[] readBody() throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    LimitedBuffer body = new LimitedBuffer(maxBodyBytes, "body");
    if (chunked) {
      new ChunkedBody(in).readInto(body);
    } else if (contentLength >= 0) {
      body.reserve(contentLength);
      copy(in, contentLength, body);
    } else {
      keepAlive = false;
      copyToEnd(body);
    }
    return body.toByteArray();
  }

  private void copyToEnd(LimitedBuffer body) throws IOException {
    byte[] part = new byte[1024];
    int count;
    while ((count = in.read(part)) >= 0) {
      body.write(part, 0, count);
    }
  }

  static void copy(InputStream in, long length, LimitedBuffer body) throws IOException {
    byte[] part = new byte[(int) Math.min(length, 1024)];
    long left = length;
    while (left > 0) {
      int count = in.read(part, 0, (int) Math.min(left, part.length));
      if (count < 0) {
        throw new EOFException("the body breaks off");
      }
      body.write(part, 0, count);
      left -= count;
    }
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder(64);
    while (true) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException(endpoint + " closed the connection within its answer");
      }
      if (++headBytes > MAX_HEAD_BYTES) {
        throw new ProtocolException(
            endpoint + " answers with more than " + MAX_HEAD_BYTES + " bytes of headers");
      }
      if (b == '\n') {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
          line.setLength(end - 1);
        }
        return line.toString();
      }
      line.append((char) b);
    }
  }

  /** A plain decimal number below 2^31, or -1; a list of equal numbers is not worth accepting. */
  private static long parseLength(String value) {
    long length = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9' || length > Integer.MAX_VALUE) {
        return -1;
      }
      length = length * 10 + (c - '0');
    }
    return value.isEmpty() ? -1 : length;
  }

  private ProtocolException unusable(IOException cause) {
    ProtocolException e =
        new ProtocolException(
            "the response of " + endpoint + " is unusable: " + cause.getMessage());
    e.initCause(cause);
    return e;
  }
}
