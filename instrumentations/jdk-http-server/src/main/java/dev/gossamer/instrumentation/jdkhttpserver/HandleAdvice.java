package dev.gossamer.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import org.jspecify.annotations.Nullable;

/** Around the outermost step of the filter chain. */
final class HandleAdvice {
  private HandleAdvice() {}

  @Enter
  static @Nullable Handling enter(@Argument(0) HttpExchange exchange) {
    return Handling.start(exchange);
  }

  @Exit
  static void exit(
      @Argument(0) HttpExchange exchange,
      @State @Nullable Handling handling,
      @Thrown @Nullable Throwable thrown) {
    if (handling != null) {
      handling.handlerReturned(exchange, thrown);
    }
  }
}
