package dev.gossamer.telemetry.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;

/** Bytes in memory up to a limit; grows with what is really there, not with what is announced. */
final class LimitedBuffer extends OutputStream {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final long limit;
  private final String what;

  LimitedBuffer(long limit, String what) {
    this.limit = limit;
    this.what = what;
  }

  @Override
  public void write(int b) throws IOException {
    reserve(1);
    bytes.write(b);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    reserve(length);
    bytes.write(source, offset, length);
  }

  /** Fails if {@code more} bytes would not fit. */
  void reserve(long more) throws IOException {
    if (more > limit - bytes.size()) {
      throw new ProtocolException("the " + what + " is over the limit of " + limit + " bytes");
    }
  }

  int size() {
    return bytes.size();
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  void writeTo(OutputStream out) throws IOException {
    bytes.writeTo(out);
  }
}
