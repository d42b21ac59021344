package dev.gossamer.api.bridge;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.DoubleUpDownCounterBuilder;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import io.opentelemetry.api.metrics.LongHistogramBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.lang.ref.WeakReference;
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
        return it.doubles
            ? BridgedInstrument.ofDoubles(doubles(it).build()::add)
            : BridgedInstrument.ofLongs(counter(it).build()::add);
      case UP_DOWN_COUNTER:
        return it.doubles
            ? BridgedInstrument.ofDoubles(upDownDoubles(it).build()::add)
            : BridgedInstrument.ofLongs(upDown(it).build()::add);
      case HISTOGRAM:
        return it.doubles
            ? BridgedInstrument.ofDoubles(histogram(it).build()::record)
            : BridgedInstrument.ofLongs(longHistogram(it).build()::record);
      default:
        return it.doubles
            ? BridgedInstrument.ofDoubles(gauge(it).build()::set)
            : BridgedInstrument.ofLongs(longs(it).build()::set);
    }
  }

  /**
   * An instrument that is asked at each collection, as long as the application keeps the callback:
   * the agent outlives applications, and must not keep one alive by what it left here.
   *
   * @return what ends the asking
   */
  public AutoCloseable observed(InstrumentDescription it, Consumer<BridgedObserver> callback) {
    WeakReference<Consumer<BridgedObserver>> asked = new WeakReference<>(callback);
    switch (it.kind) {
      case COUNTER:
        return it.doubles
            ? doubles(it).buildWithCallback(to -> ask(asked, to))
            : counter(it).buildWithCallback(to -> ask(asked, to));
      case UP_DOWN_COUNTER:
        return it.doubles
            ? upDownDoubles(it).buildWithCallback(to -> ask(asked, to))
            : upDown(it).buildWithCallback(to -> ask(asked, to));
      default:
        return it.doubles
            ? gauge(it).buildWithCallback(to -> ask(asked, to))
            : longs(it).buildWithCallback(to -> ask(asked, to));
    }
  }

  private static void ask(
      WeakReference<Consumer<BridgedObserver>> asked, ObservableMeasurement measurement) {
    Consumer<BridgedObserver> callback = asked.get();
    if (callback != null) {
      callback.accept(new BridgedObserver(measurement));
    }
  }

  /** An instrument that is asked in a {@link #batch}. */
  public BridgedObserver observer(InstrumentDescription it) {
    switch (it.kind) {
      case COUNTER:
        return new BridgedObserver(
            it.doubles ? doubles(it).buildObserver() : counter(it).buildObserver());
      case UP_DOWN_COUNTER:
        return new BridgedObserver(
            it.doubles ? upDownDoubles(it).buildObserver() : upDown(it).buildObserver());
      default:
        return new BridgedObserver(
            it.doubles ? gauge(it).buildObserver() : longs(it).buildObserver());
    }
  }

  /**
   * Runs the callback once in a collection, for all of these instruments, as long as the
   * application keeps it.
   *
   * @return what ends the asking
   */
  public AutoCloseable batch(Runnable callback, BridgedObserver first, BridgedObserver... more) {
    ObservableMeasurement[] others = new ObservableMeasurement[more.length];
    for (int i = 0; i < more.length; i++) {
      others[i] = more[i].measurement();
    }
    WeakReference<Runnable> asked = new WeakReference<>(callback);
    return meter.batchCallback(
        () -> {
          Runnable kept = asked.get();
          if (kept != null) {
            kept.run();
          }
        },
        first.measurement(),
        others);
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
}
