package dev.gossamer.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;

/** Spans and propagation; what it does not answer is a no-op. Spares the SDK's other signals. */
final class AgentTelemetry implements OpenTelemetry {
  private final TracerProvider tracerProvider;
  private final ContextPropagators propagators;

  AgentTelemetry(TracerProvider tracerProvider, TextMapPropagator propagator) {
    this.tracerProvider = tracerProvider;
    propagators = ContextPropagators.create(propagator);
  }

  @Override
  public TracerProvider getTracerProvider() {
    return tracerProvider;
  }

  @Override
  public ContextPropagators getPropagators() {
    return propagators;
  }
}
