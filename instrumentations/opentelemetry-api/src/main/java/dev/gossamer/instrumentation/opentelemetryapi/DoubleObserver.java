package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedObserver;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import org.jspecify.annotations.Nullable;

/** Takes doubles when the agent collects. */
final class DoubleObserver implements ObservableDoubleMeasurement {
  private final BridgedObserver observer;

  DoubleObserver(BridgedObserver observer) {
    this.observer = observer;
  }

  BridgedObserver bridged() {
    return observer;
  }

  @Override
  public void record(double value) {
    observer.record(value, null);
  }

  @Override
  public void record(double value, @Nullable Attributes attributes) {
    observer.record(value, AttributeCopies.of(attributes));
  }
}
