package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

/** The application gives Vert.x a handler. */
final class HandlerAdvice {
  private HandlerAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Handler<?> handler(@Argument(0) @Nullable Handler<?> handler) {
    return ContextHandler.of(handler);
  }
}
