package dev.gossamer.telemetry.transport;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the request of one unary call (gRPC over HTTP/2). One thread at a time. */
final class GrpcRequestWriter implements RequestHeaders.Sink {

  private static final int MAX_TIMEOUT_MILLIS = 99_999_999;

  /** Half of what a frame may hold by default: two of them fill the socket's usual buffers. */
  private static final int FRAME_BYTES = 8192;

  private final Endpoint endpoint;
  private final RequestHeaders headers;
  private final HpackEncoder encoder = new HpackEncoder();
  private final HpackEncoder configured = new HpackEncoder();
  private final byte[] buffer = new byte[FRAME_BYTES];
  private String authority = "";

  /**
   * @param endpoint its path is that of the method
   */
  GrpcRequestWriter(Endpoint endpoint, RequestHeaders headers) {
    this.endpoint = endpoint;
    this.headers = headers;
  }

  void write(Payload payload, Deadline deadline, Http2Session session) throws IOException {
    session.writeHeaders(encodeHeaders(payload.encoding, deadline));
    DataFrames data = new DataFrames(session, buffer);
    int length = payload.length();
    data.write(payload.encoding == null ? 0 : 1);
    data.write(length >>> 24);
    data.write(length >>> 16);
    data.write(length >>> 8);
    data.write(length);
    payload.writeTo(data);
    data.finish();
  }

  private byte[] encodeHeaders(@Nullable String encoding, Deadline deadline) {
    authority = endpoint.authority;
    configured.reset();
    headers.forEach(this);
    encoder.reset();
    encoder.indexed(HpackEncoder.METHOD_POST);
    encoder.indexed(endpoint.tls ? HpackEncoder.SCHEME_HTTPS : HpackEncoder.SCHEME_HTTP);
    encoder.literal(HpackEncoder.PATH, endpoint.path);
    encoder.literal(HpackEncoder.AUTHORITY, authority);
    encoder.literal("te", "trailers");
    encoder.literal("content-type", "application/grpc");
    if (!deadline.isNever()) {
      long millis = Math.max(1, deadline.remainingNanos() / 1_000_000);
      encoder.literal("grpc-timeout", Math.min(millis, MAX_TIMEOUT_MILLIS) + "m");
    }
    if (encoding != null) {
      encoder.literal("grpc-encoding", encoding);
    }
    encoder.append(configured);
    return encoder.toByteArray();
  }

  @Override
  public void header(String name, String lowerCase, String value) {
    if (lowerCase.equals("host")) {
      authority = value;
    } else if (lowerCase.equals("user-agent")) {
      configured.literal(lowerCase, value);
    } else {
      configured.sensitive(lowerCase, value);
    }
  }

  /** Cuts the message into frames; the last one is held back so that it can end the stream. */
  private static final class DataFrames extends OutputStream {

    private final Http2Session session;
    private final byte[] buffer;
    private int count;

    DataFrames(Http2Session session, byte[] buffer) {
      this.session = session;
      this.buffer = buffer;
    }

    @Override
    public void write(int b) throws IOException {
      if (count == buffer.length) {
        send(false);
      }
      buffer[count++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      int left = length;
      while (left > 0) {
        if (count == buffer.length) {
          send(false);
        }
        int part = Math.min(left, buffer.length - count);
        System.arraycopy(bytes, from, buffer, count, part);
        count += part;
        from += part;
        left -= part;
      }
    }

    void finish() throws IOException {
      send(true);
    }

    private void send(boolean last) throws IOException {
      session.writeData(buffer, count, last);
      count = 0;
    }
  }
}
