package dev.gossamer.telemetry.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Reads the chunked transfer coding (RFC 9112, 7.1); extensions and trailers are passed over. */
final class ChunkedBody {

  private static final int MAX_LINE_BYTES = 4096;
  private static final int MAX_TRAILERS = 100;

  private final InputStream in;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  void readInto(LimitedBuffer body) throws IOException {
    long size;
    while ((size = readSize()) > 0) {
      body.reserve(size);
      HttpResponseReader.copy(in, size, body);
      if (skipLine() != 0) {
        throw new ProtocolException("a chunk is longer than announced");
      }
    }
    for (int i = 0; skipLine() > 0; i++) {
      if (i == MAX_TRAILERS) {
        throw new ProtocolException("the body has too many trailers");
      }
    }
  }

  private long readSize() throws IOException {
    long size = 0;
    int digits = 0;
    while (true) {
      int b = next();
      int digit = Character.digit(b, 16);
      if (digit < 0) {
        if (digits == 0) {
          throw new ProtocolException("a chunk has no size");
        }
        if (b != '\n') {
          skipLine();
        }
        return size;
      }
      if (++digits > 8) {
        throw new ProtocolException("a chunk is too large");
      }
      size = size << 4 | digit;
    }
  }

  /** Goes behind the next line feed and says how many bytes there were before it, but for CR. */
  private int skipLine() throws IOException {
    int count = 0;
    int b;
    while ((b = next()) != '\n') {
      if (b != '\r' && ++count > MAX_LINE_BYTES) {
        throw new ProtocolException("the body has an endless line");
      }
    }
    return count;
  }

  private int next() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException("the body breaks off");
    }
    return b;
  }
}
