package dev.gossamer.engine.classfile;

/** The encoding of strings in class files (JVMS 4.4.7). Total: bad bytes become question marks. */
final class ModifiedUtf8 {
  private ModifiedUtf8() {}

  @SuppressWarnings("deprecation") // The one constructor that makes ASCII without a decoder.
  static String decode(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] < 0) {
        return decodeLong(bytes, offset, length);
      }
    }
    return new String(bytes, 0, offset, length);
  }

  private static String decodeLong(byte[] bytes, int offset, int length) {
    char[] chars = new char[length];
    int count = 0;
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int b = bytes[i] & 0xff;
      if (b < 0x80) {
        chars[count++] = (char) b;
        i++;
      } else if ((b & 0xe0) == 0xc0 && i + 1 < end) {
        chars[count++] = (char) ((b & 0x1f) << 6 | (bytes[i + 1] & 0x3f));
        i += 2;
      } else if ((b & 0xf0) == 0xe0 && i + 2 < end) {
        chars[count++] =
            (char) ((b & 0x0f) << 12 | (bytes[i + 1] & 0x3f) << 6 | (bytes[i + 2] & 0x3f));
        i += 3;
      } else {
        chars[count++] = '?';
        i++;
      }
    }
    return new String(chars, 0, count);
  }
}
