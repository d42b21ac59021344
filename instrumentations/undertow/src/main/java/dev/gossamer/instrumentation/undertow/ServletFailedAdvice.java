package dev.gossamer.instrumentation.undertow;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/** What left a servlet and its filters comes to the handler that logs it, and no further. */
final class ServletFailedAdvice {
  private ServletFailedAdvice() {}

  @Enter
  static void enter(
      @Argument(0) HttpServerExchange exchange, @Argument(3) @Nullable Throwable thrown) {
    Exchanges.failed(exchange, thrown);
  }
}
