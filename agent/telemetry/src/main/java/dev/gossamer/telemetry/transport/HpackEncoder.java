package dev.gossamer.telemetry.transport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Encodes a header block (RFC 7541) without a dynamic table and without Huffman: a handful of short
 * headers per batch is not worth the state. Not thread-safe.
 */
final class HpackEncoder {

  /** Entries of the static table. */
  static final int METHOD_POST = 3;

  static final int SCHEME_HTTP = 6;
  static final int SCHEME_HTTPS = 7;
  static final int AUTHORITY = 1;
  static final int PATH = 4;

  private static final int INDEXED = 0x80;
  private static final int WITHOUT_INDEXING = 0;

  /** No proxy on the way may put it into a table: for what the user configured. */
  private static final int NEVER_INDEXED = 0x10;

  private final ByteArrayOutputStream block = new ByteArrayOutputStream(256);

  void reset() {
    block.reset();
  }

  byte[] toByteArray() {
    return block.toByteArray();
  }

  /** Adds a block encoded elsewhere. */
  void append(HpackEncoder other) {
    byte[] bytes = other.toByteArray();
    block.write(bytes, 0, bytes.length);
  }

  /** A whole entry of the static table. */
  void indexed(int index) {
    integer(INDEXED, 7, index);
  }

  /** A value for a name of the static table. */
  void literal(int nameIndex, String value) {
    integer(WITHOUT_INDEXING, 4, nameIndex);
    string(value);
  }

  /**
   * @param name in lower case
   */
  void literal(String name, String value) {
    integer(WITHOUT_INDEXING, 4, 0);
    string(name);
    string(value);
  }

  /**
   * @param name in lower case
   */
  void sensitive(String name, String value) {
    integer(NEVER_INDEXED, 4, 0);
    string(name);
    string(value);
  }

  private void string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    integer(0, 7, bytes.length);
    block.write(bytes, 0, bytes.length);
  }

  private void integer(int pattern, int prefixBits, int value) {
    int max = (1 << prefixBits) - 1;
    if (value < max) {
      block.write(pattern | value);
      return;
    }
    block.write(pattern | max);
    int rest = value - max;
    while (rest >= 0x80) {
      block.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    block.write(rest);
  }
}
