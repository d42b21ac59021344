package dev.gossamer.engine.weave;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * SHA-1 (FIPS 180-4) over texts and numbers as {@link java.io.DataOutput} writes them. Written out
 * because the JDK's would start its whole security framework inside class loading.
 */
final class Sha1 {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

  void number(int value) {
    bytes.write(value >>> 24);
    bytes.write(value >>> 16);
    bytes.write(value >>> 8);
    bytes.write(value);
  }

  /** Modified UTF-8 after its length. */
  void text(String text) {
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      size += size(text.charAt(i));
    }
    bytes.write(size >>> 8);
    bytes.write(size);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (size(c)) {
        case 1:
          bytes.write(c);
          break;
        case 2:
          bytes.write(0xc0 | c >> 6);
          bytes.write(0x80 | c & 0x3f);
          break;
        default:
          bytes.write(0xe0 | c >> 12);
          bytes.write(0x80 | c >> 6 & 0x3f);
          bytes.write(0x80 | c & 0x3f);
          break;
      }
    }
  }

  private static int size(char c) {
    return c != 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  }

  /** The first eight bytes of the digest, the first the lowest. */
  long firstEightBytes() {
    byte[] message = padded(bytes.toByteArray());
    int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    int[] words = new int[80];
    for (int block = 0; block < message.length; block += 64) {
      digest(message, block, words, state);
    }
    return Integer.reverseBytes(state[0]) & 0xffffffffL
        | (long) Integer.reverseBytes(state[1]) << 32;
  }

  private static byte[] padded(byte[] message) {
    byte[] padded = Arrays.copyOf(message, (message.length + 9 + 63) / 64 * 64);
    padded[message.length] = (byte) 0x80;
    long bits = message.length * 8L;
    for (int i = 0; i < 8; i++) {
      padded[padded.length - 1 - i] = (byte) (bits >>> 8 * i);
    }
    return padded;
  }

  private static void digest(byte[] message, int block, int[] words, int[] state) {
    for (int i = 0; i < 16; i++) {
      int at = block + 4 * i;
      words[i] =
          message[at] << 24
              | (message[at + 1] & 0xff) << 16
              | (message[at + 2] & 0xff) << 8
              | message[at + 3] & 0xff;
    }
    for (int i = 16; i < 80; i++) {
      words[i] = Integer.rotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    for (int i = 0; i < 80; i++) {
      int mixed;
      if (i < 20) {
        mixed = (b & c | ~b & d) + 0x5a827999;
      } else if (i < 40) {
        mixed = (b ^ c ^ d) + 0x6ed9eba1;
      } else if (i < 60) {
        mixed = (b & c | b & d | c & d) + 0x8f1bbcdc;
      } else {
        mixed = (b ^ c ^ d) + 0xca62c1d6;
      }
      int next = Integer.rotateLeft(a, 5) + mixed + e + words[i];
      e = d;
      d = c;
      c = Integer.rotateLeft(b, 30);
      b = a;
      a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
  }
}
