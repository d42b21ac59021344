package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

/**
 * A timer is set with its own first delay; what it does periodically belongs to nobody's request.
 */
final class DelayedTimerAdvice {
  private DelayedTimerAdvice() {}

  @ReplaceArgument(6)
  static @Nullable Handler<?> handler(
      @Argument(6) @Nullable Handler<?> handler, @Argument(1) boolean periodic) {
    return periodic ? ContextHandler.ofNone(handler) : ContextHandler.of(handler);
  }
}
