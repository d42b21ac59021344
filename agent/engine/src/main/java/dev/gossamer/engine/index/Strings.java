package dev.gossamer.engine.index;

import org.jspecify.annotations.Nullable;

/** The index's strings, each made when it is first read. Number 0 is empty. Thread-safe. */
final class Strings {
  private final byte[] bytes;
  private final int offsets;
  private final @Nullable String[] made;

  Strings(byte[] bytes, int offsets, int count) {
    this.bytes = bytes;
    this.offsets = offsets;
    made = new String[count];
  }

  @SuppressWarnings("deprecation") // The one constructor that makes ASCII without a decoder.
  String get(int number) {
    String string = made[number];
    if (string == null) {
      int at = new Cursor(bytes, offsets + 4 * number).u4();
      string = new String(bytes, 0, at + 2, new Cursor(bytes, at).u2());
      made[number] = string;
    }
    return string;
  }

  String read(Cursor in) {
    return get(in.u2());
  }

  String[] read(Cursor in, int count) {
    String[] read = new String[count];
    for (int i = 0; i < count; i++) {
      read[i] = read(in);
    }
    return read;
  }
}
