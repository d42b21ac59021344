package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

/** A timer is set; what it does periodically belongs to nobody's request. */
final class UnitTimerAdvice {
  private UnitTimerAdvice() {}

  @ReplaceArgument(5)
  static @Nullable Handler<?> handler(
      @Argument(5) @Nullable Handler<?> handler, @Argument(1) boolean periodic) {
    return periodic ? ContextHandler.ofNone(handler) : ContextHandler.of(handler);
  }
}
