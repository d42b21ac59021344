package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedMeter;
import dev.gossamer.api.bridge.BridgedObserver;
import dev.gossamer.api.bridge.InstrumentDescription;
import dev.gossamer.api.bridge.InstrumentDescription.Kind;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A meter of the agent's. */
final class AgentMeter implements Meter {
  private final BridgedMeter meter;

  AgentMeter(BridgedMeter meter) {
    this.meter = meter;
  }

  @Override
  public LongCounterBuilder counterBuilder(@Nullable String name) {
    return new Counters.OfLongs(meter, description(Kind.COUNTER, false, name));
  }

  @Override
  public LongUpDownCounterBuilder upDownCounterBuilder(@Nullable String name) {
    return new UpDownCounters.OfLongs(meter, description(Kind.UP_DOWN_COUNTER, false, name));
  }

  @Override
  public DoubleHistogramBuilder histogramBuilder(@Nullable String name) {
    return new Histograms.OfDoubles(meter, description(Kind.HISTOGRAM, true, name));
  }

  @Override
  public DoubleGaugeBuilder gaugeBuilder(@Nullable String name) {
    return new Gauges.OfDoubles(meter, description(Kind.GAUGE, true, name));
  }

  @Override
  public BatchCallback batchCallback(
      Runnable callback, ObservableMeasurement first, ObservableMeasurement... more) {
    List<BridgedObserver> observers = new ArrayList<>();
    add(first, observers);
    for (ObservableMeasurement one : more) {
      add(one, observers);
    }
    return Observed.by(meter, callback, observers);
  }

  /** Nothing for one that another SDK made. */
  private static void add(@Nullable ObservableMeasurement measurement, List<BridgedObserver> to) {
    if (measurement instanceof LongObserver) {
      to.add(((LongObserver) measurement).bridged());
    } else if (measurement instanceof DoubleObserver) {
      to.add(((DoubleObserver) measurement).bridged());
    }
  }

  private static InstrumentDescription description(
      Kind kind, boolean doubles, @Nullable String name) {
    return new InstrumentDescription(kind, doubles, name == null ? "" : name);
  }
}
