package dev.gossamer.api.bridge;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.DoubleUpDownCounter;
import io.opentelemetry.api.metrics.DoubleUpDownCounterBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongHistogramBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import io.opentelemetry.context.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A meter of the agent's under a scope that the application names. Thread-safe. */
public final class BridgedMeter {
  private final Meter meter;

  private BridgedMeter(Meter meter) {
    this.meter = meter;
  }

  public static BridgedMeter of(String name, @Nullable String version, @Nullable String schemaUrl) {
    MeterBuilder builder = Telemetry.openTelemetry().getMeterProvider().meterBuilder(name);
    if (version != null) {
      builder.setInstrumentationVersion(version);
    }
    if (schemaUrl != null) {
      builder.setSchemaUrl(schemaUrl);
    }
    return new BridgedMeter(builder.build());
  }

  /** An instrument that is told of each measurement. */
  public BridgedInstrument instrument(InstrumentDescription it) {
    switch (it.kind) {
      case COUNTER:
        return it.doubles ? of(counter(it).ofDoubles().build()) : of(counter(it).build());
      case UP_DOWN_COUNTER:
        return it.doubles ? of(upDown(it).ofDoubles().build()) : of(upDown(it).build());
      case HISTOGRAM:
        return it.doubles ? of(histogram(it).build()) : of(longHistogram(it).build());
      default:
        return it.doubles ? of(gauge(it).build()) : of(gauge(it).ofLongs().build());
    }
  }

  /**
   * An instrument that is asked at each collection.
   *
   * @return what ends the asking
   */
  public AutoCloseable observed(InstrumentDescription it, Consumer<BridgedObserver> callback) {
    switch (it.kind) {
      case COUNTER:
        return it.doubles
            ? doubles(it).buildWithCallback(to -> callback.accept(new BridgedObserver(to)))
            : counter(it).buildWithCallback(to -> callback.accept(new BridgedObserver(to)));
      case UP_DOWN_COUNTER:
        return it.doubles
            ? upDownDoubles(it).buildWithCallback(to -> callback.accept(new BridgedObserver(to)))
            : upDown(it).buildWithCallback(to -> callback.accept(new BridgedObserver(to)));
      default:
        return it.doubles
            ? gauge(it).buildWithCallback(to -> callback.accept(new BridgedObserver(to)))
            : longs(it).buildWithCallback(to -> callback.accept(new BridgedObserver(to)));
    }
  }

  /** An instrument that is asked in a {@link #batch}. */
  public BridgedObserver observer(InstrumentDescription it) {
    switch (it.kind) {
      case COUNTER:
        return it.doubles
            ? new BridgedObserver(doubles(it).buildObserver())
            : new BridgedObserver(counter(it).buildObserver());
      case UP_DOWN_COUNTER:
        return it.doubles
            ? new BridgedObserver(upDownDoubles(it).buildObserver())
            : new BridgedObserver(upDown(it).buildObserver());
      default:
        return it.doubles
            ? new BridgedObserver(gauge(it).buildObserver())
            : new BridgedObserver(longs(it).buildObserver());
    }
  }

  /** Runs the callback once in a collection, for all of these instruments. */
  public AutoCloseable batch(Runnable callback, BridgedObserver first, BridgedObserver... more) {
    ObservableMeasurement[] others = new ObservableMeasurement[more.length];
    for (int i = 0; i < more.length; i++) {
      others[i] = more[i].measurement();
    }
    return meter.batchCallback(callback, first.measurement(), others);
  }

  private LongCounterBuilder counter(InstrumentDescription it) {
    return meter.counterBuilder(it.name).setUnit(it.unit).setDescription(it.description);
  }

  private DoubleCounterBuilder doubles(InstrumentDescription it) {
    return counter(it).ofDoubles();
  }

  private LongUpDownCounterBuilder upDown(InstrumentDescription it) {
    return meter.upDownCounterBuilder(it.name).setUnit(it.unit).setDescription(it.description);
  }

  private DoubleUpDownCounterBuilder upDownDoubles(InstrumentDescription it) {
    return upDown(it).ofDoubles();
  }

  private DoubleHistogramBuilder histogram(InstrumentDescription it) {
    DoubleHistogramBuilder builder =
        meter.histogramBuilder(it.name).setUnit(it.unit).setDescription(it.description);
    return it.boundaries == null
        ? builder
        : builder.setExplicitBucketBoundariesAdvice(it.boundaries);
  }

  private LongHistogramBuilder longHistogram(InstrumentDescription it) {
    LongHistogramBuilder builder =
        meter.histogramBuilder(it.name).ofLongs().setUnit(it.unit).setDescription(it.description);
    return it.longBoundaries == null
        ? builder
        : builder.setExplicitBucketBoundariesAdvice(it.longBoundaries);
  }

  private DoubleGaugeBuilder gauge(InstrumentDescription it) {
    return meter.gaugeBuilder(it.name).setUnit(it.unit).setDescription(it.description);
  }

  private LongGaugeBuilder longs(InstrumentDescription it) {
    return gauge(it).ofLongs();
  }

  private static BridgedInstrument of(LongCounter counter) {
    return new BridgedInstrument() {
      @Override
      public void record(long value, @Nullable BridgedAttributes attributes, Object context) {
        counter.add(value, BridgedAttributes.built(attributes), (Context) context);
      }
    };
  }

  private static BridgedInstrument of(DoubleCounter counter) {
    return new BridgedInstrument() {
      @Override
      public void record(double value, @Nullable BridgedAttributes attributes, Object context) {
        counter.add(value, BridgedAttributes.built(attributes), (Context) context);
      }
    };
  }

  private static BridgedInstrument of(LongUpDownCounter counter) {
    return new BridgedInstrument() {
      @Override
      public void record(long value, @Nullable BridgedAttributes attributes, Object context) {
        counter.add(value, BridgedAttributes.built(attributes), (Context) context);
      }
    };
  }

  private static BridgedInstrument of(DoubleUpDownCounter counter) {
    return new BridgedInstrument() {
      @Override
      public void record(double value, @Nullable BridgedAttributes attributes, Object context) {
        counter.add(value, BridgedAttributes.built(attributes), (Context) context);
      }
    };
  }

  private static BridgedInstrument of(LongHistogram histogram) {
    return new BridgedInstrument() {
      @Override
      public void record(long value, @Nullable BridgedAttributes attributes, Object context) {
        histogram.record(value, BridgedAttributes.built(attributes), (Context) context);
      }
    };
  }

  private static BridgedInstrument of(DoubleHistogram histogram) {
    return new BridgedInstrument() {
      @Override
      public void record(double value, @Nullable BridgedAttributes attributes, Object context) {
        histogram.record(value, BridgedAttributes.built(attributes), (Context) context);
      }
    };
  }

  private static BridgedInstrument of(LongGauge gauge) {
    return new BridgedInstrument() {
      @Override
      public void record(long value, @Nullable BridgedAttributes attributes, Object context) {
        gauge.set(value, BridgedAttributes.built(attributes), (Context) context);
      }
    };
  }

  private static BridgedInstrument of(DoubleGauge gauge) {
    return new BridgedInstrument() {
      @Override
      public void record(double value, @Nullable BridgedAttributes attributes, Object context) {
        gauge.set(value, BridgedAttributes.built(attributes), (Context) context);
      }
    };
  }
}
