package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.ObservableDoubleCounter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleUpDownCounter;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import io.opentelemetry.api.metrics.ObservableLongUpDownCounter;

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

  Observed(AutoCloseable asking) {
    this.asking = asking;
  }

  @Override
  public void close() {
    try {
      asking.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
