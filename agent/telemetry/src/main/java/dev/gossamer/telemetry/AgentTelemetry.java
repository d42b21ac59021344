package dev.gossamer.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;

/** Spans, meters and propagation; what it does not answer is a no-op. */
final class AgentTelemetry implements OpenTelemetry {
  private final TracerProvider tracerProvider;
  private final MeterProvider meterProvider;
  private final ContextPropagators propagators;

  AgentTelemetry(
      TracerProvider tracerProvider, MeterProvider meterProvider, TextMapPropagator propagator) {
    this.tracerProvider = tracerProvider;
    this.meterProvider = meterProvider;
    propagators = ContextPropagators.create(propagator);
  }

  @Override
  public TracerProvider getTracerProvider() {
    return tracerProvider;
  }

  @Override
  public MeterProvider getMeterProvider() {
    return meterProvider;
  }

  @Override
  public ContextPropagators getPropagators() {
    return propagators;
  }
}
