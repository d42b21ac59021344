package dev.gossamer.instrumentation.probe;

import dev.gossamer.api.Telemetry;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.api.trace.Span;
import org.example.library.Client;
import org.jspecify.annotations.Nullable;

/** One span per call. */
final class SpanAdvice {
  private SpanAdvice() {}

  @Enter
  static Span enter(@This Client client) {
    return Telemetry.tracer("probe", "")
        .spanBuilder("library call")
        .setAttribute("library.client", client.name())
        .startSpan();
  }

  @Exit
  static void exit(@State @Nullable Span span) {
    if (span != null) {
      span.end();
    }
  }
}
