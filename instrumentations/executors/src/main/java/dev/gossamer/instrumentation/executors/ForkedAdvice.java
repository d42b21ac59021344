package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** The owner of a structured task scope makes the task that its next thread will run. */
final class ForkedAdvice {
  private ForkedAdvice() {}

  @Exit
  static void exit(@This Object task) {
    TaskContext.keep(task);
  }
}
