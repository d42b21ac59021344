package dev.gossamer.api.bridge;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import org.jspecify.annotations.Nullable;

/** A tracer of the agent's under a scope that the application names. Thread-safe. */
public final class BridgedTracer {
  private final Tracer tracer;

  private BridgedTracer(Tracer tracer) {
    this.tracer = tracer;
  }

  public static BridgedTracer of(
      String name, @Nullable String version, @Nullable String schemaUrl) {
    TracerBuilder builder = Telemetry.openTelemetry().getTracerProvider().tracerBuilder(name);
    if (version != null) {
      builder.setInstrumentationVersion(version);
    }
    if (schemaUrl != null) {
      builder.setSchemaUrl(schemaUrl);
    }
    return new BridgedTracer(builder.build());
  }

  public boolean isEnabled() {
    return tracer.isEnabled();
  }

  public BridgedSpanBuilder span(String name) {
    return new BridgedSpanBuilder(tracer.spanBuilder(name));
  }
}
