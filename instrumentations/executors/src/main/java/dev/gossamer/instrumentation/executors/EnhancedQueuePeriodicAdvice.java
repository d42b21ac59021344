package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The pool of JBoss Threads is given a periodic task, which belongs to nobody's request, although
 * Quarkus runs it in the Vert.x context of whatever request registers it.
 */
final class EnhancedQueuePeriodicAdvice {
  private EnhancedQueuePeriodicAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Runnable task(@Argument(0) @Nullable Runnable task) {
    return task == null || Context.current() == Context.root()
        ? task
        : new ContextRunnable(task, Context.root());
  }
}
