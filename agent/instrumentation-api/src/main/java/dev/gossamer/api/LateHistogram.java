package dev.gossamer.api;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongHistogramBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A histogram of a {@link LateMeter}. Thread-safe. */
final class LateHistogram implements DoubleHistogram {
  private final Builder description;
  private volatile @Nullable DoubleHistogram histogram;

  private LateHistogram(Builder description) {
    this.description = description;
  }

  /** Null until telemetry has started. */
  private @Nullable DoubleHistogram histogram() {
    DoubleHistogram made = histogram;
    if (made == null && Telemetry.isStarted()) {
      made = description.made();
      histogram = made;
    }
    return made;
  }

  @Override
  public void record(double value) {
    record(value, Attributes.empty());
  }

  @Override
  public void record(double value, Attributes attributes) {
    record(value, attributes, Context.current());
  }

  @Override
  public void record(double value, Attributes attributes, Context context) {
    DoubleHistogram made = histogram();
    if (made != null) {
      made.record(value, attributes, context);
    }
  }

  /** Keeps what is said of it until it can be made. */
  static final class Builder implements DoubleHistogramBuilder {
    private final String instrumentation;
    private final String schemaUrl;
    private final String name;
    private String text = "";
    private String unit = "";
    private @Nullable List<Double> boundaries;

    Builder(String instrumentation, String schemaUrl, String name) {
      this.instrumentation = instrumentation;
      this.schemaUrl = schemaUrl;
      this.name = name;
    }

    @Override
    public DoubleHistogramBuilder setDescription(String text) {
      this.text = text;
      return this;
    }

    @Override
    public DoubleHistogramBuilder setUnit(String unit) {
      this.unit = unit;
      return this;
    }

    @Override
    public DoubleHistogramBuilder setExplicitBucketBoundariesAdvice(List<Double> boundaries) {
      this.boundaries = boundaries;
      return this;
    }

    @Override
    public LongHistogramBuilder ofLongs() {
      return MeterProvider.noop().get(instrumentation).histogramBuilder(name).ofLongs();
    }

    @Override
    public DoubleHistogram build() {
      return new LateHistogram(this);
    }

    private DoubleHistogram made() {
      Meter meter = Telemetry.meter(instrumentation, schemaUrl);
      Meter real = meter == null ? MeterProvider.noop().get(instrumentation) : meter;
      DoubleHistogramBuilder builder =
          real.histogramBuilder(name).setDescription(text).setUnit(unit);
      if (boundaries != null) {
        builder.setExplicitBucketBoundariesAdvice(boundaries);
      }
      return builder.build();
    }
  }
}
