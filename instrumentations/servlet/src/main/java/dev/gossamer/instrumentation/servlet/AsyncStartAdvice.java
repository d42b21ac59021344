package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.http.HttpServerSpan;
import org.jspecify.annotations.Nullable;

/** A request goes on in a thread of the container; the container alone sees what is handed over. */
final class AsyncStartAdvice {
  private AsyncStartAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Runnable task(@Argument(0) @Nullable Runnable task) {
    HttpServerSpan span = HttpServerSpan.current();
    return task == null || span == null ? task : span.context().wrap(task);
  }
}
