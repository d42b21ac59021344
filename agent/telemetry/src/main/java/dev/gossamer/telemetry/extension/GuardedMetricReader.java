package dev.gossamer.telemetry.extension;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;

/** An extension's metric reader: asked once for what the SDK asks on the application's threads. */
final class GuardedMetricReader implements MetricReader {
  private final Extension extension;
  private final MetricReader reader;
  private final MetricPreferences preferences;

  /** Asks it, which may throw, what it prefers. */
  GuardedMetricReader(Extension extension, MetricReader reader) {
    this.extension = extension;
    this.reader = reader;
    preferences = new MetricPreferences(reader, reader, reader.getMemoryMode());
  }

  @Override
  public void register(CollectionRegistration registration) {
    reader.register(registration);
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return preferences.getAggregationTemporality(type);
  }

  @Override
  public Aggregation getDefaultAggregation(InstrumentType type) {
    return preferences.getDefaultAggregation(type);
  }

  @Override
  public MemoryMode getMemoryMode() {
    return preferences.getMemoryMode();
  }

  @Override
  public CompletableResultCode forceFlush() {
    try {
      return reader.forceFlush();
    } catch (Throwable failure) {
      extension.failed(failure);
      return CompletableResultCode.ofFailure();
    }
  }

  @Override
  public CompletableResultCode shutdown() {
    try {
      return reader.shutdown();
    } catch (Throwable failure) {
      extension.failed(failure);
      return CompletableResultCode.ofFailure();
    }
  }
}
