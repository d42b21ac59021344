package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.jspecify.annotations.Nullable;

/** A pool refuses a task; the caller may run it itself, in its own context. */
final class ForgetAdvice {
  private ForgetAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable Runnable task) {
    if (task != null) {
      TaskContext.forget(task);
    }
  }
}
