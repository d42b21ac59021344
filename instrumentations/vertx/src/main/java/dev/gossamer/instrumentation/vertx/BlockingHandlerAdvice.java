package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

/** Vert.x 4 is given code that blocks; nothing is a handler of its own here. */
final class BlockingHandlerAdvice {
  private BlockingHandlerAdvice() {}

  @ReplaceArgument(1)
  static @Nullable Handler<?> handler(@Argument(1) @Nullable Handler<?> handler) {
    return ContextHandler.ofAny(handler);
  }
}
