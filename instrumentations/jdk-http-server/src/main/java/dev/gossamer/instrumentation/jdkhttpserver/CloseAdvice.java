package dev.gossamer.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** The end of an exchange that outlived its handler. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Exit
  static void exit(@This HttpExchange exchange) {
    Handling.closed(exchange);
  }
}
