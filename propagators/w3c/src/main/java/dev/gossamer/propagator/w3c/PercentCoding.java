package dev.gossamer.propagator.w3c;

import java.nio.charset.StandardCharsets;

/**
 * Percent coding of UTF-8 as baggage values have it: encodes no more than it must, so that a header
 * within the limits stays within them, and never reads or writes {@code +} for a space.
 */
final class PercentCoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentCoding() {}

  /**
   * The decoded range. Bytes that are not UTF-8 become U+FFFD, a {@code %} without two digits after
   * it stands for itself.
   */
  static String decode(String text, int from, int to) {
    int percent = BaggageReader.indexOf(text, '%', from, to);
    if (percent == to) {
      return text.substring(from, to);
    }
    byte[] bytes = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%' && i + 2 < to) {
        int high = Character.digit(text.charAt(i + 1), 16);
        int low = Character.digit(text.charAt(i + 2), 16);
        if (high >= 0 && low >= 0) {
          bytes[length++] = (byte) ((high << 4) | low);
          i += 2;
          continue;
        }
      }
      bytes[length++] = (byte) c;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** Appends the encoded range; a lone surrogate becomes U+FFFD. */
  static void encode(String text, int from, int to, StringBuilder out) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '%' && BaggageReader.isValueOctet(c)) {
        out.append(c);
      } else if (c < 0x80) {
        encode(c, out);
      } else if (c < 0x800) {
        encode(0xC0 | (c >> 6), out);
        encode(0x80 | (c & 0x3F), out);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int codePoint = Character.toCodePoint(c, text.charAt(++i));
        encode(0xF0 | (codePoint >> 18), out);
        encode(0x80 | ((codePoint >> 12) & 0x3F), out);
        encode(0x80 | ((codePoint >> 6) & 0x3F), out);
        encode(0x80 | (codePoint & 0x3F), out);
      } else {
        char known = Character.isSurrogate(c) ? '\uFFFD' : c;
        encode(0xE0 | (known >> 12), out);
        encode(0x80 | ((known >> 6) & 0x3F), out);
        encode(0x80 | (known & 0x3F), out);
      }
    }
  }

  private static void encode(int octet, StringBuilder out) {
    out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
  }
}
