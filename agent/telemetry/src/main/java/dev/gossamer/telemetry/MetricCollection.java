package dev.gossamer.telemetry;

import dev.gossamer.config.MetricOptions;
import dev.gossamer.telemetry.extension.MetricPreferences;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was measured, whenever the exporting thread asks. The SDK's own periodic reader brings
 * a scheduler and its thread; one collection at a time, on one thread, needs neither.
 */
final class MetricCollection implements MetricReader {
  private final AggregationTemporalitySelector temporality;
  private final boolean exponentialHistograms;
  private final @Nullable MetricPreferences preferences;
  private volatile @Nullable CollectionRegistration registration;

  MetricCollection(MetricOptions options) {
    temporality = temporality(options.temporality());
    exponentialHistograms = options.exponentialHistograms();
    preferences = null;
  }

  /** As an exporter prefers it. */
  MetricCollection(MetricPreferences preferences) {
    temporality = preferences;
    exponentialHistograms = false;
    this.preferences = preferences;
  }

  private static AggregationTemporalitySelector temporality(String name) {
    switch (name) {
      case "delta":
        return AggregationTemporalitySelector.deltaPreferred();
      case "lowmemory":
        return AggregationTemporalitySelector.lowMemory();
      default:
        return AggregationTemporalitySelector.alwaysCumulative();
    }
  }

  /**
   * Whether a meter was ever made. Before that there is nothing to collect, and asking is cheap.
   */
  boolean isRegistered() {
    return registration != null;
  }

  /** What was measured so far; valid until the next call, which uses the same memory. */
  Collection<MetricData> collect() {
    CollectionRegistration registered = registration;
    return registered == null
        ? Collections.<MetricData>emptyList()
        : registered.collectAllMetrics();
  }

  @Override
  public void register(CollectionRegistration with) {
    registration = with;
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return temporality.getAggregationTemporality(type);
  }

  @Override
  public Aggregation getDefaultAggregation(InstrumentType type) {
    if (preferences != null) {
      return preferences.getDefaultAggregation(type);
    }
    return exponentialHistograms && type == InstrumentType.HISTOGRAM
        ? Aggregation.base2ExponentialBucketHistogram()
        : Aggregation.defaultAggregation();
  }

  @Override
  public MemoryMode getMemoryMode() {
    return preferences == null ? MemoryMode.REUSABLE_DATA : preferences.getMemoryMode();
  }

  /** Nothing to do: the exporting thread flushes. */
  @Override
  public CompletableResultCode forceFlush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    registration = null;
    return CompletableResultCode.ofSuccess();
  }
}
