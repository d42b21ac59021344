package dev.gossamer.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import org.jspecify.annotations.Nullable;

/** An exchange is closed, maybe without an answer. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Exit
  static void exit(@This HttpExchange exchange, @Thrown @Nullable Throwable thrown) {
    Handling.closed(exchange, thrown);
  }
}
