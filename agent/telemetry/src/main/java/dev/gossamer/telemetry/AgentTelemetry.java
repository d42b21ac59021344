package dev.gossamer.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/** Spans, meters, log records and propagation. */
final class AgentTelemetry implements OpenTelemetry {
  private final TracerProvider tracerProvider;
  private final MeterProvider meterProvider;
  private final @Nullable LoggerProvider loggerProvider;
  private final ContextPropagators propagators;

  /**
   * @param loggerProvider null when nothing reads log records
   */
  AgentTelemetry(
      TracerProvider tracerProvider,
      MeterProvider meterProvider,
      @Nullable LoggerProvider loggerProvider,
      TextMapPropagator propagator) {
    this.tracerProvider = tracerProvider;
    this.meterProvider = meterProvider;
    this.loggerProvider = loggerProvider;
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
  public LoggerProvider getLogsBridge() {
    return loggerProvider == null ? LoggerProvider.noop() : loggerProvider;
  }

  @Override
  public ContextPropagators getPropagators() {
    return propagators;
  }
}
