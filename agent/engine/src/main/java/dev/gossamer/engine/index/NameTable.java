package dev.gossamer.engine.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From names to numbers: a hash table with open addressing, looked up without allocation. Filled
 * while the index is read, then read-only and thread-safe.
 */
final class NameTable {
  private final int[] hashes;
  private final @Nullable String[] names;
  private final int[] @Nullable [] values;
  private final int mask;
  private int size;

  NameTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(expected, 2) * 2) * 2;
    hashes = new int[capacity];
    names = new String[capacity];
    values = new int[capacity][];
    mask = capacity - 1;
  }

  void put(String name, int[] value) {
    int hash = name.hashCode();
    int slot = hash & mask;
    while (names[slot] != null) {
      slot = (slot + 1) & mask;
    }
    hashes[slot] = hash;
    names[slot] = name;
    values[slot] = value;
    size++;
  }

  /** Adds a number, larger than those there are, to a name's. */
  void add(String name, int number) {
    int[] there = get(name);
    if (there == null) {
      put(name, new int[] {number});
      return;
    }
    int slot = name.hashCode() & mask;
    while (!name.equals(names[slot])) {
      slot = (slot + 1) & mask;
    }
    values[slot] = Arrays.copyOf(there, there.length + 1);
    values[slot][there.length] = number;
  }

  /** The numbers of that name, to be read only, or null. */
  int @Nullable [] get(String name) {
    int hash = name.hashCode();
    for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
      String candidate = names[slot];
      if (candidate == null) {
        return null;
      }
      if (hashes[slot] == hash && candidate.equals(name)) {
        return values[slot];
      }
    }
  }

  /** The same for a name that stands as ASCII in a class file. */
  int @Nullable [] get(byte[] bytes, int offset, int length) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
      String candidate = names[slot];
      if (candidate == null) {
        return null;
      }
      if (hashes[slot] == hash && equal(candidate, bytes, offset, length)) {
        return values[slot];
      }
    }
  }

  private static boolean equal(String name, byte[] bytes, int offset, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != bytes[offset + i]) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return size;
  }

  /** All names, in no particular order. */
  String[] names() {
    String[] all = new String[size];
    int i = 0;
    for (String name : names) {
      if (name != null) {
        all[i++] = name;
      }
    }
    return all;
  }
}
