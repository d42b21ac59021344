package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedInstrument;
import dev.gossamer.api.bridge.BridgedMeter;
import dev.gossamer.api.bridge.InstrumentDescription;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleCounter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.context.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counters that only go up. */
final class Counters {
  private Counters() {}

  /** Of longs. */
  static final class OfLongs implements LongCounterBuilder {
    private final BridgedMeter meter;
    private final InstrumentDescription it;

    OfLongs(BridgedMeter meter, InstrumentDescription it) {
      this.meter = meter;
      this.it = it;
    }

    @Override
    public LongCounterBuilder setDescription(@Nullable String description) {
      it.description(description == null ? "" : description);
      return this;
    }

    @Override
    public LongCounterBuilder setUnit(@Nullable String unit) {
      it.unit(unit == null ? "" : unit);
      return this;
    }

    @Override
    public DoubleCounterBuilder ofDoubles() {
      it.doubles(true);
      return new OfDoubles(meter, it);
    }

    @Override
    public LongCounter build() {
      return new AgentLongCounter(meter.instrument(it));
    }

    @Override
    public ObservableLongCounter buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
      return Observed.by(meter, it, observer -> callback.accept(new LongObserver(observer)));
    }

    @Override
    public ObservableLongMeasurement buildObserver() {
      return new LongObserver(meter.observer(it));
    }
  }

  /** Of doubles. */
  static final class OfDoubles implements DoubleCounterBuilder {
    private final BridgedMeter meter;
    private final InstrumentDescription it;

    OfDoubles(BridgedMeter meter, InstrumentDescription it) {
      this.meter = meter;
      this.it = it;
    }

    @Override
    public DoubleCounterBuilder setDescription(@Nullable String description) {
      it.description(description == null ? "" : description);
      return this;
    }

    @Override
    public DoubleCounterBuilder setUnit(@Nullable String unit) {
      it.unit(unit == null ? "" : unit);
      return this;
    }

    @Override
    public DoubleCounter build() {
      return new AgentDoubleCounter(meter.instrument(it));
    }

    @Override
    public ObservableDoubleCounter buildWithCallback(
        Consumer<ObservableDoubleMeasurement> callback) {
      return Observed.by(meter, it, observer -> callback.accept(new DoubleObserver(observer)));
    }

    @Override
    public ObservableDoubleMeasurement buildObserver() {
      return new DoubleObserver(meter.observer(it));
    }
  }

  private static final class AgentLongCounter extends Recorder implements LongCounter {
    AgentLongCounter(BridgedInstrument instrument) {
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

  private static final class AgentDoubleCounter extends Recorder implements DoubleCounter {
    AgentDoubleCounter(BridgedInstrument instrument) {
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
