package dev.gossamer.telemetry.extension;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;

/** What {@code GlobalOpenTelemetry} gives extensions: the agent's, once it has started. */
final class AgentOpenTelemetry implements OpenTelemetry {
  @Override
  public TracerProvider getTracerProvider() {
    return Telemetry.openTelemetry().getTracerProvider();
  }

  @Override
  public MeterProvider getMeterProvider() {
    return Telemetry.openTelemetry().getMeterProvider();
  }

  @Override
  public ContextPropagators getPropagators() {
    return Telemetry.openTelemetry().getPropagators();
  }
}
