package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedInstrument;
import dev.gossamer.api.bridge.BridgedMeter;
import dev.gossamer.api.bridge.InstrumentDescription;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongHistogramBuilder;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histograms. */
final class Histograms {
  private Histograms() {}

  /** Of doubles. */
  static final class OfDoubles implements DoubleHistogramBuilder {
    private final BridgedMeter meter;
    private final InstrumentDescription it;

    OfDoubles(BridgedMeter meter, InstrumentDescription it) {
      this.meter = meter;
      this.it = it;
    }

    @Override
    public DoubleHistogramBuilder setDescription(@Nullable String description) {
      it.description(description == null ? "" : description);
      return this;
    }

    @Override
    public DoubleHistogramBuilder setUnit(@Nullable String unit) {
      it.unit(unit == null ? "" : unit);
      return this;
    }

    @Override
    public DoubleHistogramBuilder setExplicitBucketBoundariesAdvice(
        @Nullable List<Double> boundaries) {
      if (boundaries != null) {
        it.boundaries(boundaries);
      }
      return this;
    }

    @Override
    public LongHistogramBuilder ofLongs() {
      it.doubles(false);
      return new OfLongs(meter, it);
    }

    @Override
    public DoubleHistogram build() {
      return new AgentDoubleHistogram(meter.instrument(it));
    }
  }

  /** Of longs. */
  static final class OfLongs implements LongHistogramBuilder {
    private final BridgedMeter meter;
    private final InstrumentDescription it;

    OfLongs(BridgedMeter meter, InstrumentDescription it) {
      this.meter = meter;
      this.it = it;
    }

    @Override
    public LongHistogramBuilder setDescription(@Nullable String description) {
      it.description(description == null ? "" : description);
      return this;
    }

    @Override
    public LongHistogramBuilder setUnit(@Nullable String unit) {
      it.unit(unit == null ? "" : unit);
      return this;
    }

    @Override
    public LongHistogramBuilder setExplicitBucketBoundariesAdvice(@Nullable List<Long> boundaries) {
      if (boundaries != null) {
        it.longBoundaries(boundaries);
      }
      return this;
    }

    @Override
    public LongHistogram build() {
      return new AgentLongHistogram(meter.instrument(it));
    }
  }

  private static final class AgentDoubleHistogram extends Recorder implements DoubleHistogram {
    AgentDoubleHistogram(BridgedInstrument instrument) {
      super(instrument);
    }

    @Override
    public void record(double value) {
      pass(value, null, null);
    }

    @Override
    public void record(double value, Attributes attributes) {
      pass(value, attributes, null);
    }

    @Override
    public void record(double value, Attributes attributes, Context context) {
      pass(value, attributes, context);
    }
  }

  private static final class AgentLongHistogram extends Recorder implements LongHistogram {
    AgentLongHistogram(BridgedInstrument instrument) {
      super(instrument);
    }

    @Override
    public void record(long value) {
      pass(value, null, null);
    }

    @Override
    public void record(long value, Attributes attributes) {
      pass(value, attributes, null);
    }

    @Override
    public void record(long value, Attributes attributes, Context context) {
      pass(value, attributes, context);
    }
  }
}
