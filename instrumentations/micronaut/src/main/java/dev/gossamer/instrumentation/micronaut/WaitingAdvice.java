package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** A request asks the pool for a connection. */
final class WaitingAdvice {
  private WaitingAdvice() {}

  @Exit
  static void exit(@This Object waiting) {
    CallerContext.keep(waiting);
  }
}
