package dev.gossamer.testing;

import java.util.List;
import java.util.Map;

/**
 * A metric of one export as it was decoded from the wire.
 *
 * @param kind what its points are
 * @param cumulative whether they count from the start; false for deltas and gauges
 * @param monotonic whether a sum only grows
 * @param scope name of the instrumentation scope
 */
public record MetricRecord(
    String name,
    String unit,
    String description,
    Kind kind,
    boolean cumulative,
    boolean monotonic,
    List<PointRecord> points,
    Map<String, Object> resource,
    String scope,
    String schemaUrl) {

  /** What the points of a metric are. */
  public enum Kind {
    /** A value now. */
    GAUGE,
    /** A sum. */
    SUM,
    /** Counts by explicit buckets. */
    HISTOGRAM,
    /** Counts by buckets that grow with a base. */
    EXPONENTIAL_HISTOGRAM
  }

  /**
   * One set of attributes with what was measured for it.
   *
   * @param value the value, or the sum of what a histogram counted
   * @param count how many measurements a histogram counted, else 1
   * @param bounds of explicit buckets, else empty
   * @param buckets how many measurements fell into each, else empty
   */
  public record PointRecord(
      Map<String, Object> attributes,
      double value,
      long count,
      List<Double> bounds,
      List<Long> buckets,
      List<ExemplarRecord> exemplars) {}

  /**
   * A measurement that names its trace.
   *
   * @param traceId 32 hex digits, or empty
   * @param spanId 16 hex digits, or empty
   */
  public record ExemplarRecord(String traceId, String spanId, double value) {}
}
