package dev.gossamer.telemetry.extension;

import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.DefaultAggregationSelector;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How an exporter or a reader wants metrics, asked once while the agent starts: the SDK asks
 * whenever the application makes an instrument. Immutable.
 */
public final class MetricPreferences
    implements AggregationTemporalitySelector, DefaultAggregationSelector {
  private final Map<InstrumentType, AggregationTemporality> temporalities =
      new EnumMap<>(InstrumentType.class);
  private final Map<InstrumentType, Aggregation> aggregations = new EnumMap<>(InstrumentType.class);
  private final MemoryMode memoryMode;

  /** Asks; may throw what these throw. */
  public MetricPreferences(
      AggregationTemporalitySelector temporality,
      DefaultAggregationSelector aggregation,
      MemoryMode memoryMode) {
    for (InstrumentType type : InstrumentType.values()) {
      temporalities.put(type, Objects.requireNonNull(temporality.getAggregationTemporality(type)));
      aggregations.put(type, Objects.requireNonNull(aggregation.getDefaultAggregation(type)));
    }
    this.memoryMode = Objects.requireNonNull(memoryMode);
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return temporalities.getOrDefault(type, AggregationTemporality.CUMULATIVE);
  }

  @Override
  public Aggregation getDefaultAggregation(InstrumentType type) {
    return aggregations.getOrDefault(type, Aggregation.defaultAggregation());
  }

  /** Whether it keeps what it is given. */
  public MemoryMode getMemoryMode() {
    return memoryMode;
  }
}
