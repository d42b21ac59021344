package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The pool of JBoss Threads is given a task for later. */
final class EnhancedQueueCallableAdvice {
  private EnhancedQueueCallableAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Callable<?> task(@Argument(0) @Nullable Callable<?> task) {
    Context current = Context.current();
    return task == null || current == Context.root() ? task : new ContextCallable<>(task, current);
  }
}
