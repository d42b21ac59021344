package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedInstrument;
import dev.gossamer.api.bridge.BridgedMeter;
import dev.gossamer.api.bridge.InstrumentDescription;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleUpDownCounter;
import io.opentelemetry.api.metrics.DoubleUpDownCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableDoubleUpDownCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableLongUpDownCounter;
import io.opentelemetry.context.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counters that go up and down. */
final class UpDownCounters {
  private UpDownCounters() {}

  /** Of longs. */
  static final class OfLongs implements LongUpDownCounterBuilder {
    private final BridgedMeter meter;
    private final InstrumentDescription it;

    OfLongs(BridgedMeter meter, InstrumentDescription it) {
      this.meter = meter;
      this.it = it;
    }

    @Override
    public LongUpDownCounterBuilder setDescription(@Nullable String description) {
      it.description(description == null ? "" : description);
      return this;
    }

    @Override
    public LongUpDownCounterBuilder setUnit(@Nullable String unit) {
      it.unit(unit == null ? "" : unit);
      return this;
    }

    @Override
    public DoubleUpDownCounterBuilder ofDoubles() {
      it.doubles(true);
      return new OfDoubles(meter, it);
    }

    @Override
    public LongUpDownCounter build() {
      return new AgentLongUpDownCounter(meter.instrument(it));
    }

    @Override
    public ObservableLongUpDownCounter buildWithCallback(
        Consumer<ObservableLongMeasurement> callback) {
      return Observed.by(meter, it, observer -> callback.accept(new LongObserver(observer)));
    }

    @Override
    public ObservableLongMeasurement buildObserver() {
      return new LongObserver(meter.observer(it));
    }
  }

  /** Of doubles. */
  static final class OfDoubles implements DoubleUpDownCounterBuilder {
    private final BridgedMeter meter;
    private final InstrumentDescription it;

    OfDoubles(BridgedMeter meter, InstrumentDescription it) {
      this.meter = meter;
      this.it = it;
    }

    @Override
    public DoubleUpDownCounterBuilder setDescription(@Nullable String description) {
      it.description(description == null ? "" : description);
      return this;
    }

    @Override
    public DoubleUpDownCounterBuilder setUnit(@Nullable String unit) {
      it.unit(unit == null ? "" : unit);
      return this;
    }

    @Override
    public DoubleUpDownCounter build() {
      return new AgentDoubleUpDownCounter(meter.instrument(it));
    }

    @Override
    public ObservableDoubleUpDownCounter buildWithCallback(
        Consumer<ObservableDoubleMeasurement> callback) {
      return Observed.by(meter, it, observer -> callback.accept(new DoubleObserver(observer)));
    }

    @Override
    public ObservableDoubleMeasurement buildObserver() {
      return new DoubleObserver(meter.observer(it));
    }
  }

  private static final class AgentLongUpDownCounter extends Recorder implements LongUpDownCounter {
    AgentLongUpDownCounter(BridgedInstrument instrument) {
      super(instrument);
    }

    @Override
    public void add(long value) {
      pass(value, null, null);
    }

    @Override
    public void add(long value, Attributes attributes) {
      pass(value, attributes, null);
    }

    @Override
    public void add(long value, Attributes attributes, Context context) {
      pass(value, attributes, context);
    }
  }

  private static final class AgentDoubleUpDownCounter extends Recorder
      implements DoubleUpDownCounter {
    AgentDoubleUpDownCounter(BridgedInstrument instrument) {
      super(instrument);
    }

    @Override
    public void add(double value) {
      pass(value, null, null);
    }

    @Override
    public void add(double value, Attributes attributes) {
      pass(value, attributes, null);
    }

    @Override
    public void add(double value, Attributes attributes, Context context) {
      pass(value, attributes, context);
    }
  }
}
