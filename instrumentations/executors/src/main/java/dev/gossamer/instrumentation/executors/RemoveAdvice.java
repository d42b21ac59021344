package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import org.jspecify.annotations.Nullable;

/** The application takes a task back. */
final class RemoveAdvice {
  private RemoveAdvice() {}

  @Exit
  static void exit(@Argument(0) @Nullable Runnable task, @Returned boolean removed) {
    if (removed && task != null) {
      TaskContext.forget(task);
    }
  }
}
