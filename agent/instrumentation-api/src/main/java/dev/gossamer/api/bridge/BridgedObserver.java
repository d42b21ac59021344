package dev.gossamer.api.bridge;

import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import org.jspecify.annotations.Nullable;

/** Takes the values of an instrument that is asked at each collection. */
public final class BridgedObserver {
  private final ObservableMeasurement measurement;

  BridgedObserver(ObservableMeasurement measurement) {
    this.measurement = measurement;
  }

  ObservableMeasurement measurement() {
    return measurement;
  }

  /** Of an instrument of longs. */
  public void record(long value, @Nullable BridgedAttributes attributes) {
    ((ObservableLongMeasurement) measurement).record(value, BridgedAttributes.built(attributes));
  }

  /** Of an instrument of doubles. */
  public void record(double value, @Nullable BridgedAttributes attributes) {
    ((ObservableDoubleMeasurement) measurement).record(value, BridgedAttributes.built(attributes));
  }
}
