package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A task enters a pool. */
final class SubmitAdvice {
  private SubmitAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable Runnable task) {
    if (task instanceof FutureTask) {
      TaskContext.keep(task);
    } else {
      TaskContext.add(task);
    }
  }
}
