package dev.gossamer.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import org.jspecify.annotations.Nullable;

/** The answer of an exchange that outlived its handler. */
final class AnswerAdvice {
  private AnswerAdvice() {}

  @Exit
  static void exit(@This HttpExchange exchange, @Thrown @Nullable Throwable thrown) {
    Handling.answered(exchange, thrown);
  }
}
