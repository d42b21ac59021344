package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;

/** The agent's telemetry, for the application. */
final class AgentOpenTelemetry implements OpenTelemetry {
  private final TracerProvider tracers = new AgentTracerProvider();
  private final MeterProvider meters = new AgentMeterProvider();
  private final ContextPropagators propagators = ContextPropagators.create(new AgentPropagator());

  @Override
  public TracerProvider getTracerProvider() {
    return tracers;
  }

  @Override
  public MeterProvider getMeterProvider() {
    return meters;
  }

  /** Newer APIs ask. */
  @Override
  public LoggerProvider getLogsBridge() {
    return Loggers.agents();
  }

  @Override
  public ContextPropagators getPropagators() {
    return propagators;
  }

  @Override
  public String toString() {
    return "Gossamer's OpenTelemetry";
  }
}
