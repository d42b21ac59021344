package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A virtual thread is made: it runs one task, so its context is the task's. */
final class VirtualThreadAdvice {
  private VirtualThreadAdvice() {}

  @ReplaceArgument(3)
  static @Nullable Runnable task(@Argument(3) @Nullable Runnable task) {
    Context current = Context.current();
    if (task == null
        || current == Context.root()
        || task instanceof ContextRunnable
        // A pool that makes virtual threads: they outlive the task for which they are made.
        || task.getClass().getName().endsWith("ThreadPoolExecutor$Worker")) {
      return task;
    }
    return new ContextRunnable(task, current);
  }
}
