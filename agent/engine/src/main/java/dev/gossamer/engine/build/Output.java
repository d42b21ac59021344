package dev.gossamer.engine.build;

import java.util.Arrays;

/** Collects big-endian numbers. Refuses what does not fit. */
final class Output {
  private byte[] bytes = new byte[1024];
  private int size;

  void u1(int value) {
    write(value, 1);
  }

  void u2(int value) {
    write(value, 2);
  }

  void u4(int value) {
    write(value, 4);
  }

  private void write(int value, int width) {
    if (width < 4 && (value < 0 || value >= 1 << 8 * width)) {
      throw new IllegalArgumentException("the index has no room for " + value);
    }
    if (size + 4 > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    for (int i = width - 1; i >= 0; i--) {
      bytes[size++] = (byte) (value >> 8 * i);
    }
  }

  /** Adds to a four-byte number written before. */
  void addTo(int at, int delta) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | (bytes[at + i] & 0xff);
    }
    value += delta;
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >> 8 * (3 - i));
    }
  }

  void append(Output other) {
    for (int i = 0; i < other.size; i++) {
      u1(other.bytes[i] & 0xff);
    }
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
