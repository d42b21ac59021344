package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A request goes on in a thread of the container; the container alone sees what is handed over. */
final class AsyncStartAdvice {
  private AsyncStartAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Runnable task(@Argument(0) @Nullable Runnable task) {
    Context context = Context.current();
    return task == null || context == Context.root() ? task : context.wrap(task);
  }
}
