package dev.gossamer.benchmarks.many;

import java.util.ArrayList;
import java.util.List;

/** Copied ten thousand times, with another number in its name. */
public final class Kind00000 implements Comparable<Kind00000> {
  private final List<String> names = new ArrayList<>();
  private int total;

  /** By reflection. */
  public Kind00000() {}

  void add(String name, int count) {
    if (names.add(name)) {
      total += count;
    }
  }

  @Override
  public int compareTo(Kind00000 other) {
    return Integer.compare(hashCode(), other.hashCode());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Kind00000 && ((Kind00000) other).names.equals(names);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + total;
  }

  @Override
  public String toString() {
    return names + " " + total;
  }
}
