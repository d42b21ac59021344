package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedMeter;
import dev.gossamer.api.bridge.BridgedObserver;
import dev.gossamer.api.bridge.InstrumentDescription;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.ObservableDoubleCounter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleUpDownCounter;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import io.opentelemetry.api.metrics.ObservableLongUpDownCounter;
import java.util.List;
import java.util.function.Consumer;

/** Whatever is asked at each collection, until it is closed. */
final class Observed
    implements BatchCallback,
        ObservableLongCounter,
        ObservableDoubleCounter,
        ObservableLongUpDownCounter,
        ObservableDoubleUpDownCounter,
        ObservableLongGauge,
        ObservableDoubleGauge {
  private final AutoCloseable asking;
  private final Object callback;

  private Observed(AutoCloseable asking, Object callback) {
    this.asking = asking;
    this.callback = callback;
  }

  static Observed by(
      BridgedMeter meter, InstrumentDescription it, Consumer<BridgedObserver> callback) {
    Consumer<BridgedObserver> kept = Callbacks.keep(callback);
    return new Observed(meter.observed(it, kept), kept);
  }

  /** Nothing is asked where there is no instrument to be asked for. */
  static Observed by(BridgedMeter meter, Runnable callback, List<BridgedObserver> observers) {
    if (observers.isEmpty()) {
      return new Observed(() -> {}, callback);
    }
    Runnable kept = Callbacks.keep(callback);
    BridgedObserver[] others =
        observers.subList(1, observers.size()).toArray(new BridgedObserver[0]);
    return new Observed(meter.batch(kept, observers.get(0), others), kept);
  }

  @Override
  public void close() {
    try {
      asking.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      Callbacks.forget(callback);
    }
  }
}
