package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import org.jspecify.annotations.Nullable;

/** Makes spans of one scope. Thread-safe. */
final class AgentTracer implements Tracer {
  private static final String UNNAMED = "<unspecified span name>";
  private static final int LEAST_ATTRIBUTES = 4;
  private static final int MOST_ATTRIBUTES = 32;

  final TraceSettings settings;
  final InstrumentationScopeInfo scope;

  /** How many attributes its spans have. A lost update costs a larger array once more. */
  private int usualAttributes = LEAST_ATTRIBUTES;

  AgentTracer(TraceSettings settings, InstrumentationScopeInfo scope) {
    this.settings = settings;
    this.scope = scope;
  }

  @Override
  public SpanBuilder spanBuilder(@Nullable String name) {
    return new RecordedSpanBuilder(this, name == null || isBlank(name) ? UNNAMED : name);
  }

  /** Room for the attributes of a span. */
  RecordedAttributes attributes() {
    return new RecordedAttributes(settings, usualAttributes);
  }

  /** A span has ended with so many. */
  void hadAttributes(int count) {
    if (count > usualAttributes) {
      usualAttributes = Math.min(count, MOST_ATTRIBUTES);
    }
  }

  private static boolean isBlank(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }
}
