package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedObserver;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import org.jspecify.annotations.Nullable;

/** Takes longs when the agent collects. */
final class LongObserver implements ObservableLongMeasurement {
  private final BridgedObserver observer;

  LongObserver(BridgedObserver observer) {
    this.observer = observer;
  }

  BridgedObserver bridged() {
    return observer;
  }

  @Override
  public void record(long value) {
    observer.record(value, null);
  }

  @Override
  public void record(long value, @Nullable Attributes attributes) {
    observer.record(value, AttributeCopies.of(attributes));
  }
}
