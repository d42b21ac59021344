package dev.gossamer.benchmarks;

import java.util.Arrays;

/**
 * The middle and the ends of some values.
 *
 * @param count how many values there were
 */
record Spread(double median, double low, double high, int count) {

  /**
   * @throws IllegalArgumentException if there are no values
   */
  static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }
}
