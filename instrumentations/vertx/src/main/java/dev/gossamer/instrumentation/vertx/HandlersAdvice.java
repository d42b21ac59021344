package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

/** A future gets a handler for success and one for failure. */
final class HandlersAdvice {
  private HandlersAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Handler<?> success(@Argument(0) @Nullable Handler<?> handler) {
    return ContextHandler.of(handler);
  }

  @ReplaceArgument(1)
  static @Nullable Handler<?> failure(@Argument(1) @Nullable Handler<?> handler) {
    return ContextHandler.of(handler);
  }
}
