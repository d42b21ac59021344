package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Exit;

/** Vert.x is done with what it dispatched. */
final class EndDispatchAdvice {
  private EndDispatchAdvice() {}

  @Exit
  static void exit() {
    Dispatches.end();
  }
}
