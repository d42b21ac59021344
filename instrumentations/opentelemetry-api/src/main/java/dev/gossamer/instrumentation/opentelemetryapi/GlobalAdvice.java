package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.advice.Enter;

/** The application asks for its OpenTelemetry, before it has set any. */
final class GlobalAdvice {
  private GlobalAdvice() {}

  @Enter
  static void enter() {
    Global.ensure();
  }
}
