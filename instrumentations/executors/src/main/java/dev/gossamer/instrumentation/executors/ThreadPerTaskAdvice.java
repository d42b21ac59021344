package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A thread is started for one task alone: its context is the task's. */
final class ThreadPerTaskAdvice {
  private ThreadPerTaskAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Runnable task(@Argument(0) @Nullable Runnable task) {
    Context current = Context.current();
    return task == null || current == Context.root() ? task : new ContextRunnable(task, current);
  }
}
