package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.advice.Exit;

/** A test of the application's forgets what was set. */
final class ResetAdvice {
  private ResetAdvice() {}

  @Exit
  static void exit() {
    Global.forget();
  }
}
