package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedTracer;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** A tracer of the agent's. */
final class AgentTracer implements Tracer {
  private final BridgedTracer tracer;

  AgentTracer(BridgedTracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public SpanBuilder spanBuilder(@Nullable String name) {
    return new AgentSpanBuilder(tracer.span(name == null ? "" : name));
  }

  @Override
  public boolean isEnabled() {
    return tracer.isEnabled();
  }
}
