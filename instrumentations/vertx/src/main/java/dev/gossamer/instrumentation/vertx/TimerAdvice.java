package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

/**
 * A timer is set, in the first releases of Vert.x 4; what it does periodically belongs to nobody's
 * request.
 */
final class TimerAdvice {
  private TimerAdvice() {}

  @ReplaceArgument(1)
  static @Nullable Handler<?> handler(
      @Argument(1) @Nullable Handler<?> handler, @Argument(3) boolean periodic) {
    return periodic ? ContextHandler.ofNone(handler) : ContextHandler.of(handler);
  }
}
