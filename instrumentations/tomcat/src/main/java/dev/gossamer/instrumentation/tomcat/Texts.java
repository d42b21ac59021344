package dev.gossamer.instrumentation.tomcat;

import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/**
 * Text out of the bytes of a request's head. Tomcat's own way takes a decoder and two buffers each
 * time, and half of the strings it makes it does not keep.
 */
final class Texts {
  private Texts() {}

  /**
   * As text; null when there is none.
   *
   * @param last what it may be: is answered itself then
   */
  static @Nullable String of(MessageBytes value, @Nullable String last) {
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
    if (last != null && last.length() == length && isAt(bytes, start, last)) {
      return last;
    }
    for (int i = start; i < start + length; i++) {
      if (bytes[i] < 0) {
        // In a charset that Tomcat knows.
        return value.toString();
      }
    }
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }

  /** Whether the bytes are this text; of text that is not ASCII none are. */
  private static boolean isAt(byte[] bytes, int start, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (bytes[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
