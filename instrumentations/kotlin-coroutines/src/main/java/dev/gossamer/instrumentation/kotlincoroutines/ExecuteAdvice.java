package dev.gossamer.instrumentation.kotlincoroutines;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A dispatcher is used as an executor; its queues show nobody what is in them. */
final class ExecuteAdvice {
  private ExecuteAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Runnable task(@Argument(0) @Nullable Runnable task) {
    Context current = Context.current();
    return task == null || current == Context.root() ? task : new ContextRunnable(task, current);
  }
}
