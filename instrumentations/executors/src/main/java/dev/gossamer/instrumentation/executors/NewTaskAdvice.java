package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Any executor service makes a future for a task. */
final class NewTaskAdvice {
  private NewTaskAdvice() {}

  @Exit
  static void exit(@Returned @Nullable Object task) {
    if (task instanceof FutureTask) {
      TaskContext.keep(task);
    }
  }
}
