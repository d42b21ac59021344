package dev.gossamer.api;

import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;

/**
 * What {@link LateTracer} is for tracers. Durations are measured as soon as telemetry has started;
 * counters of such an instrumentation are not.
 */
final class LateMeter implements Meter {
  private final String instrumentation;
  private final String schemaUrl;
  private final Meter none;

  LateMeter(String instrumentation, String schemaUrl) {
    this.instrumentation = instrumentation;
    this.schemaUrl = schemaUrl;
    none = MeterProvider.noop().get(instrumentation);
  }

  @Override
  public DoubleHistogramBuilder histogramBuilder(String name) {
    return new LateHistogram.Builder(instrumentation, schemaUrl, name);
  }

  @Override
  public LongCounterBuilder counterBuilder(String name) {
    return none.counterBuilder(name);
  }

  @Override
  public LongUpDownCounterBuilder upDownCounterBuilder(String name) {
    return none.upDownCounterBuilder(name);
  }

  @Override
  public DoubleGaugeBuilder gaugeBuilder(String name) {
    return none.gaugeBuilder(name);
  }
}
