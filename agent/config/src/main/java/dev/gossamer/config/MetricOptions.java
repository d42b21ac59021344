package dev.gossamer.config;

/** How measurements become metrics, and how often these are exported. Immutable. */
public final class MetricOptions {
  static final Setting INTERVAL =
      Setting.duration(
          "OTEL_METRIC_EXPORT_INTERVAL",
          60_000,
          1,
          Integer.MAX_VALUE,
          "Time between two exports of metrics");
  static final Setting TIMEOUT =
      Setting.duration(
          "OTEL_METRIC_EXPORT_TIMEOUT",
          30_000,
          0,
          Integer.MAX_VALUE,
          "Longest time an export of metrics may take; 0: no limit");
  static final Setting TEMPORALITY =
      Setting.choice(
          "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
          "cumulative",
          "Whether counters and histograms count from the start or from the last export;"
              + " `lowmemory` is `delta` where that saves memory",
          "cumulative",
          "delta",
          "lowmemory");
  static final Setting HISTOGRAMS =
      Setting.choice(
          "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION",
          "explicit_bucket_histogram",
          "How histograms are kept",
          "explicit_bucket_histogram",
          "base2_exponential_bucket_histogram");
  static final Setting EXEMPLARS =
      Setting.choice(
          "OTEL_METRICS_EXEMPLAR_FILTER",
          "trace_based",
          "Which measurements may become exemplars, which name a trace; `trace_based`: those of"
              + " traces that are recorded",
          "always_on",
          "always_off",
          "trace_based");
  static final Setting CARDINALITY =
      Setting.integer(
          "OTEL_JAVA_METRICS_CARDINALITY_LIMIT",
          2000,
          2,
          1 << 20,
          "Most sets of attributes of one metric; what comes beyond is counted together, as"
              + " `otel.metric.overflow`");

  static final Setting[] ALL = {INTERVAL, TIMEOUT, TEMPORALITY, HISTOGRAMS, EXEMPLARS, CARDINALITY};

  private final long intervalMillis;
  private final long timeoutMillis;
  private final String temporality;
  private final boolean exponentialHistograms;
  private final String exemplarFilter;
  private final int cardinalityLimit;

  private MetricOptions(Settings settings) {
    intervalMillis = settings.millis(INTERVAL);
    timeoutMillis = settings.millis(TIMEOUT);
    temporality = choice(settings, TEMPORALITY);
    exponentialHistograms = choice(settings, HISTOGRAMS).startsWith("base2");
    exemplarFilter = choice(settings, EXEMPLARS);
    cardinalityLimit = settings.integer(CARDINALITY);
  }

  private static String choice(Settings settings, Setting setting) {
    String chosen = settings.choice(setting);
    return chosen == null ? "" : chosen;
  }

  /** Reads them. */
  public static MetricOptions from(Settings settings) {
    return new MetricOptions(settings);
  }

  /** Milliseconds, at least 1. */
  public long intervalMillis() {
    return intervalMillis;
  }

  /** Milliseconds; 0 for no limit. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** {@code cumulative}, {@code delta} or {@code lowmemory}. */
  public String temporality() {
    return temporality;
  }

  /** Whether histograms that say nothing else have base-2 exponential buckets. */
  public boolean exponentialHistograms() {
    return exponentialHistograms;
  }

  /** {@code always_on}, {@code always_off} or {@code trace_based}. */
  public String exemplarFilter() {
    return exemplarFilter;
  }

  /** At least 2: one for what is beyond it. */
  public int cardinalityLimit() {
    return cardinalityLimit;
  }
}
