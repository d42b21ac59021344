package dev.gossamer.engine.index;

/** Reads big-endian numbers one after another. Not thread-safe. */
final class Cursor {
  private final byte[] bytes;
  private int at;

  Cursor(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int at() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  int u1() {
    return bytes[at++] & 0xff;
  }

  int u2() {
    return u1() << 8 | u1();
  }

  int u4() {
    return u2() << 16 | u2();
  }
}
