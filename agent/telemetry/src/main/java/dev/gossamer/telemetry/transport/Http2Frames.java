package dev.gossamer.telemetry.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Reads and writes single frames (RFC 9113, 4 and 6); knows nothing of what they mean. */
final class Http2Frames {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int FLAG_ACK = 1;
  static final int FLAG_END_STREAM = 1;
  static final int FLAG_END_HEADERS = 4;
  static final int FLAG_PADDED = 8;
  static final int FLAG_PRIORITY = 0x20;

  /** What a frame may hold unless announced otherwise, in both directions. */
  static final int DEFAULT_MAX_FRAME_BYTES = 16384;

  private static final int HEADER_BYTES = 9;

  private final InputStream in;
  private final OutputStream out;
  private final Endpoint endpoint;
  private final byte[] inHeader = new byte[HEADER_BYTES];
  private final byte[] outHeader = new byte[HEADER_BYTES];
  private boolean first = true;

  /** The frame read last. */
  int type;

  int flags;
  int stream;
  int length;

  /** The first {@link #length} bytes are the frame's. */
  byte[] payload = new byte[512];

  Http2Frames(InputStream in, OutputStream out, Endpoint endpoint) {
    this.in = in;
    this.out = out;
    this.endpoint = endpoint;
  }

  /** Reads the next frame into the fields. */
  void read() throws IOException {
    readFully(inHeader, HEADER_BYTES);
    if (first) {
      ProtocolException wrong = WrongProtocol.insteadOfHttp2(inHeader, endpoint);
      if (wrong != null) {
        throw wrong;
      }
      first = false;
    }
    length = (inHeader[0] & 0xff) << 16 | (inHeader[1] & 0xff) << 8 | inHeader[2] & 0xff;
    type = inHeader[3] & 0xff;
    flags = inHeader[4] & 0xff;
    stream = int31(inHeader, 5);
    if (length > DEFAULT_MAX_FRAME_BYTES) {
      throw new ProtocolException(endpoint + " sends a frame of " + length + " bytes");
    }
    if (length > payload.length) {
      payload = new byte[DEFAULT_MAX_FRAME_BYTES];
    }
    readFully(payload, length);
  }

  boolean hasFlag(int flag) {
    return (flags & flag) != 0;
  }

  /** Whether some bytes of another frame are here already. */
  boolean isPending() throws IOException {
    return in.available() > 0;
  }

  void writePreface() throws IOException {
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  void write(int frameType, int frameFlags, int frameStream, byte[] bytes, int offset, int count)
      throws IOException {
    outHeader[0] = (byte) (count >>> 16);
    outHeader[1] = (byte) (count >>> 8);
    outHeader[2] = (byte) count;
    outHeader[3] = (byte) frameType;
    outHeader[4] = (byte) frameFlags;
    putInt(outHeader, 5, frameStream);
    out.write(outHeader, 0, HEADER_BYTES);
    out.write(bytes, offset, count);
  }

  void flush() throws IOException {
    out.flush();
  }

  static void putInt(byte[] bytes, int offset, int value) {
    bytes[offset] = (byte) (value >>> 24);
    bytes[offset + 1] = (byte) (value >>> 16);
    bytes[offset + 2] = (byte) (value >>> 8);
    bytes[offset + 3] = (byte) value;
  }

  /** The lower 31 bits of a big-endian number. */
  static int int31(byte[] bytes, int offset) {
    return int32(bytes, offset) & Integer.MAX_VALUE;
  }

  static int int32(byte[] bytes, int offset) {
    return (bytes[offset] & 0xff) << 24
        | (bytes[offset + 1] & 0xff) << 16
        | (bytes[offset + 2] & 0xff) << 8
        | bytes[offset + 3] & 0xff;
  }

  private void readFully(byte[] target, int count) throws IOException {
    int position = 0;
    while (position < count) {
      int n = in.read(target, position, count - position);
      if (n < 0) {
        throw new EOFException(
            first
                ? endpoint
                    + " closed the connection without an answer; if it takes OTLP over HTTP, set"
                    + " OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"
                : endpoint + " closed the connection before its answer was complete");
      }
      position += n;
    }
  }
}
