package dev.gossamer.benchmarks.load;

import java.util.Arrays;

/** Latencies in microseconds, from several threads. */
final class Latencies {
  private int[] values = new int[1 << 16];
  private int count;
  private int failures;

  synchronized void add(long micros, boolean fine) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = (int) Math.min(micros, Integer.MAX_VALUE);
    if (!fine) {
      failures++;
    }
  }

  /** Requests, failures, median, 99th percentile, separated by blanks. */
  synchronized String report() {
    int[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return count + " " + failures + " " + at(sorted, 0.5) + " " + at(sorted, 0.99);
  }

  private static int at(int[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }
}
