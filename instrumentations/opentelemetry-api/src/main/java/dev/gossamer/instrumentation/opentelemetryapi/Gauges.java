package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedMeter;
import dev.gossamer.api.bridge.InstrumentDescription;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gauges. */
final class Gauges {
  private Gauges() {}

  /** Of doubles. */
  static final class OfDoubles implements DoubleGaugeBuilder {
    private final BridgedMeter meter;
    private final InstrumentDescription it;

    OfDoubles(BridgedMeter meter, InstrumentDescription it) {
      this.meter = meter;
      this.it = it;
    }

    @Override
    public DoubleGaugeBuilder setDescription(@Nullable String description) {
      it.description(description == null ? "" : description);
      return this;
    }

    @Override
    public DoubleGaugeBuilder setUnit(@Nullable String unit) {
      it.unit(unit == null ? "" : unit);
      return this;
    }

    @Override
    public LongGaugeBuilder ofLongs() {
      it.doubles(false);
      return new OfLongs(meter, it);
    }

    @Override
    public DoubleGauge build() {
      return SyncGauges.ofDoubles(meter.instrument(it));
    }

    @Override
    public ObservableDoubleGauge buildWithCallback(Consumer<ObservableDoubleMeasurement> callback) {
      return Observed.by(meter, it, observer -> callback.accept(new DoubleObserver(observer)));
    }

    @Override
    public ObservableDoubleMeasurement buildObserver() {
      return new DoubleObserver(meter.observer(it));
    }
  }

  /** Of longs. */
  static final class OfLongs implements LongGaugeBuilder {
    private final BridgedMeter meter;
    private final InstrumentDescription it;

    OfLongs(BridgedMeter meter, InstrumentDescription it) {
      this.meter = meter;
      this.it = it;
    }

    @Override
    public LongGaugeBuilder setDescription(@Nullable String description) {
      it.description(description == null ? "" : description);
      return this;
    }

    @Override
    public LongGaugeBuilder setUnit(@Nullable String unit) {
      it.unit(unit == null ? "" : unit);
      return this;
    }

    @Override
    public LongGauge build() {
      return SyncGauges.ofLongs(meter.instrument(it));
    }

    @Override
    public ObservableLongGauge buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
      return Observed.by(meter, it, observer -> callback.accept(new LongObserver(observer)));
    }

    @Override
    public ObservableLongMeasurement buildObserver() {
      return new LongObserver(meter.observer(it));
    }
  }
}
