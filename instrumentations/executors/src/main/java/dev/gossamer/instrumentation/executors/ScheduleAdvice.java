package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import org.jspecify.annotations.Nullable;

/** A task enters a scheduler. A periodic one belongs to nobody's request. */
final class ScheduleAdvice {
  private ScheduleAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable RunnableScheduledFuture<?> task) {
    if (task == null || task.isPeriodic()) {
      return;
    }
    if (task instanceof FutureTask) {
      TaskContext.keep(task);
    } else {
      // Decorated by the application: the pool runs the decoration.
      TaskContext.add(task);
    }
  }
}
