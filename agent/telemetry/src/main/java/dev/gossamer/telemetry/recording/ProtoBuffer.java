package dev.gossamer.telemetry.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Protocol buffers' wire format, written in one pass: the length of a message is put in front of it
 * when its end is known. Field numbers are given as tags, {@code number << 3 | wire type}. Not
 * thread-safe.
 */
final class ProtoBuffer {
  /** What {@code number << 3} is completed by. */
  static final int VARINT = 0;

  static final int FIXED64 = 1;
  static final int DELIMITED = 2;
  static final int FIXED32 = 5;

  private static final int INITIAL = 512;

  private byte[] bytes = new byte[INITIAL];
  private int size;

  /** How many bytes were written. */
  int size() {
    return size;
  }

  /** Forgets everything after the first {@code length} bytes. */
  void truncate(int length) {
    size = length;
  }

  /** Forgets everything, and lets the memory go where it is more than {@code kept} bytes. */
  void clear(int kept) {
    size = 0;
    if (bytes.length > kept) {
      bytes = new byte[INITIAL];
    }
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  /** What stands between these positions. */
  void writeTo(OutputStream out, int from, int to) throws IOException {
    out.write(bytes, from, to - from);
  }

  byte[] toByteArray() {
    return toByteArray(0);
  }

  /** From this position on. */
  byte[] toByteArray(int from) {
    return Arrays.copyOfRange(bytes, from, size);
  }

  /** How many bytes {@link #varint} takes for a value that is not negative. */
  static int varintSize(int value) {
    return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5;
  }

  void varint(long value) {
    reserve(10);
    rawVarint(value);
  }

  private void rawVarint(long value) {
    long left = value;
    int at = size;
    while ((left & ~0x7fL) != 0) {
      bytes[at++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[at++] = (byte) left;
    size = at;
  }

  void varint(int tag, long value) {
    reserve(15);
    rawVarint(tag);
    rawVarint(value);
  }

  void fixed64(int tag, long value) {
    reserve(13);
    rawVarint(tag);
    int at = size;
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[at++] = (byte) (value >>> shift);
    }
    size = at;
  }

  void fixed32(int tag, int value) {
    reserve(9);
    rawVarint(tag);
    int at = size;
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[at++] = (byte) (value >>> shift);
    }
    size = at;
  }

  /** Eight bytes, the highest first, without a tag. */
  void bigEndian(long value) {
    reserve(8);
    int at = size;
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[at++] = (byte) (value >>> shift);
    }
    size = at;
  }

  /** Bytes as they are, without a tag. */
  void raw(byte[] source) {
    reserve(source.length);
    System.arraycopy(source, 0, bytes, size, source.length);
    size += source.length;
  }

  void bytes(int tag, byte[] source) {
    reserve(10);
    rawVarint(tag);
    rawVarint(source.length);
    raw(source);
  }

  /** A tag and the length of what the caller writes next. */
  void head(int tag, int length) {
    reserve(10);
    rawVarint(tag);
    rawVarint(length);
  }

  /**
   * Begins a message of a length that is not known yet.
   *
   * @param lengthSize how many bytes its length will probably take; a wrong guess costs a copy
   * @return to be handed to {@link #end}
   */
  int begin(int tag, int lengthSize) {
    reserve(10);
    rawVarint(tag);
    size += lengthSize;
    return size;
  }

  /**
   * Ends the message that {@link #begin} began with this guess.
   *
   * @param start what it answered
   */
  void end(int start, int lengthSize) {
    int length = size - start;
    int needed = varintSize(length);
    int shift = needed - lengthSize;
    if (shift != 0) {
      reserve(5);
      System.arraycopy(bytes, start, bytes, start + shift, length);
    }
    size = start - lengthSize;
    rawVarint(length);
    size += length;
  }

  /** A string as UTF-8; half a surrogate pair becomes a question mark, as with the JDK. */
  void string(int tag, String text) {
    int length = text.length();
    int lengthSize = varintSize(length);
    int start = begin(tag, lengthSize);
    reserve(length);
    byte[] target = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = at;
        others(text, i);
        end(start, lengthSize);
        return;
      }
      target[at++] = (byte) c;
    }
    size = at;
    end(start, lengthSize);
  }

  /** What comes after a beginning of ASCII. */
  private void others(String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      // The rest as if it were ASCII, and what this character may take.
      reserve(length - i + 3);
      if (c < 0x80) {
        bytes[size++] = (byte) c;
      } else if (c < 0x800) {
        bytes[size++] = (byte) (0xc0 | c >> 6);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        bytes[size++] = (byte) (0xe0 | c >> 12);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
      } else if (i + 1 < length && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        bytes[size++] = (byte) (0xf0 | point >> 18);
        bytes[size++] = (byte) (0x80 | point >> 12 & 0x3f);
        bytes[size++] = (byte) (0x80 | point >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | point & 0x3f);
      } else {
        bytes[size++] = '?';
      }
    }
  }

  private void reserve(int more) {
    if (more > bytes.length - size) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
