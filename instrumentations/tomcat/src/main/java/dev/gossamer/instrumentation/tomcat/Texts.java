package dev.gossamer.instrumentation.tomcat;

import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/**
 * Text out of the bytes of a request's head. Tomcat's own way takes a decoder and two buffers each
 * time, and half of the strings it makes it does not keep.
 *
 * <p>An instance is for values that are mostly what they were the last time. Threads may race: each
 * finds some request's text, and compares it with its own bytes.
 */
final class Texts {
  private @Nullable String latest;

  /** As text; null when there is none. */
  @Nullable String latest(MessageBytes value) {
    String known = latest;
    String text = of(value, known);
    if (text != known) {
      latest = text;
    }
    return text;
  }

  /** As text; null when there is none. */
  static @Nullable String of(MessageBytes value) {
    return of(value, null);
  }

  private static @Nullable String of(MessageBytes value, @Nullable String known) {
    if (value.getType() != MessageBytes.T_BYTES) {
      return value.toString();
    }
    ByteChunk chunk = value.getByteChunk();
    byte[] bytes = chunk.getBuffer();
    int start = chunk.getStart();
    int length = chunk.getLength();
    if (bytes == null || start < 0 || length < 0 || start + length > bytes.length) {
      return value.toString();
    }
    if (known != null && chunk.equals(known)) {
      return known;
    }
    for (int i = start; i < start + length; i++) {
      if (bytes[i] < 0) {
        // In a charset that Tomcat knows.
        return value.toString();
      }
    }
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }
}
