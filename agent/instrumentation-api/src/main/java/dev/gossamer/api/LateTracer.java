package dev.gossamer.api;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import org.jspecify.annotations.Nullable;

/**
 * For whoever asked for a tracer while telemetry was starting and could not wait for it, such as an
 * extension that calls somebody: instrumentations keep theirs. Records nothing until then.
 * Thread-safe.
 */
final class LateTracer implements Tracer {
  private final String instrumentation;
  private final String schemaUrl;
  private volatile @Nullable Tracer tracer;

  LateTracer(String instrumentation, String schemaUrl) {
    this.instrumentation = instrumentation;
    this.schemaUrl = schemaUrl;
  }

  @Override
  public SpanBuilder spanBuilder(String name) {
    Tracer made = tracer;
    if (made == null) {
      if (!Telemetry.isStarted()) {
        return TracerProvider.noop().get(instrumentation).spanBuilder(name);
      }
      made = Telemetry.tracer(instrumentation, schemaUrl);
      tracer = made;
    }
    return made.spanBuilder(name);
  }
}
