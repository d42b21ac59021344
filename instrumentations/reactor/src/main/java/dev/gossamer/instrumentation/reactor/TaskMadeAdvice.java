package dev.gossamer.instrumentation.reactor;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** A task is made right before it is queued. */
final class TaskMadeAdvice {
  private TaskMadeAdvice() {}

  @Exit
  static void exit(@This Object task) {
    TaskContext.keep(task);
  }
}
