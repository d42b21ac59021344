package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A task enters the pool of JBoss Threads, which wraps every task itself and shows nobody what is
 * inside. The context has to be inside too: around the task the pool runs a handler of its own, in
 * which Quarkus enters a Vert.x context.
 */
final class EnhancedQueueAdvice {
  private EnhancedQueueAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Runnable task(@Argument(0) @Nullable Runnable task) {
    Context current = Context.current();
    return task == null || current == Context.root() ? task : new ContextRunnable(task, current);
  }
}
