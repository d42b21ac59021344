package dev.gossamer.instrumentation.undertow;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.This;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/**
 * An exchange goes on in a worker. Its executor is not of the JDK, and a task that goes back to the
 * exchange's handlers cannot be told from others.
 */
final class DispatchAdvice {
  private DispatchAdvice() {}

  @ReplaceArgument(1)
  static @Nullable Runnable task(
      @This HttpServerExchange exchange, @Argument(1) @Nullable Runnable task) {
    return Exchanges.dispatched(exchange, task);
  }
}
