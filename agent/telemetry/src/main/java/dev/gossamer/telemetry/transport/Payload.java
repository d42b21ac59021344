package dev.gossamer.telemetry.transport;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * One serialised batch whose length is known before its first byte goes out. A batch that knows its
 * own length and isn't compressed is never held in memory: each attempt serialises it into the
 * socket's buffer.
 */
final class Payload {

  /** OTLP specification: larger requests are not sent. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  /** The {@code Content-Encoding} or {@code grpc-encoding}, or null. */
  final @Nullable String encoding;

  private final MessageWriter message;
  private final @Nullable LimitedBuffer buffered;

  private Payload(
      MessageWriter message, @Nullable LimitedBuffer buffered, @Nullable String encoding) {
    this.message = message;
    this.buffered = buffered;
    this.encoding = encoding;
  }

  /**
   * @throws ProtocolException if the message is larger than {@link #MAX_BYTES}
   */
  static Payload of(MessageWriter message, @Nullable Compressor compressor) throws IOException {
    int length = message.getContentLength();
    if (length > MAX_BYTES) {
      throw new ProtocolException(
          "a request of "
              + length
              + " bytes is over the limit of "
              + MAX_BYTES
              + " bytes, not sent");
    }
    if (compressor == null && length >= 0) {
      return new Payload(message, null, null);
    }
    LimitedBuffer buffer = new LimitedBuffer(MAX_BYTES, "request");
    if (compressor == null) {
      message.writeMessage(buffer);
      return new Payload(message, buffer, null);
    }
    try (OutputStream compressing = compressor.compress(buffer)) {
      message.writeMessage(compressing);
    }
    return new Payload(message, buffer, compressor.getEncoding());
  }

  int length() {
    return buffered == null ? message.getContentLength() : buffered.size();
  }

  void writeTo(OutputStream out) throws IOException {
    if (buffered != null) {
      buffered.writeTo(out);
      return;
    }
    ExactLength exact = new ExactLength(out, length());
    message.writeMessage(exact);
    exact.finish();
  }

  /** Keeps a serialiser that miscounts from breaking the framing of the connection. */
  private static final class ExactLength extends OutputStream {

    private final OutputStream out;
    private int left;

    ExactLength(OutputStream out, int length) {
      this.out = out;
      this.left = length;
    }

    @Override
    public void write(int b) throws IOException {
      take(1);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      take(length);
      out.write(bytes, offset, length);
    }

    void finish() throws IOException {
      if (left != 0) {
        throw new ProtocolException("the message is " + left + " bytes shorter than announced");
      }
    }

    private void take(int count) throws IOException {
      left -= count;
      if (left < 0) {
        throw new ProtocolException("the message is longer than announced");
      }
    }
  }
}
