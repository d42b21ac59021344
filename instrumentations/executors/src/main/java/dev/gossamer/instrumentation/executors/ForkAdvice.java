package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;

/** A task is forked off another. */
final class ForkAdvice {
  private ForkAdvice() {}

  @Enter
  static void enter(@This Object task) {
    TaskContext.keep(task);
  }
}
