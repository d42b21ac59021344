package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.eclipse.jetty.client.HttpExchange;
import org.eclipse.jetty.client.api.Request;
import org.jspecify.annotations.Nullable;

/** After an exchange was made, on the thread that sends, and before it is queued. */
final class NewExchangeAdvice {
  private NewExchangeAdvice() {}

  @Exit
  static void exit(@This HttpExchange exchange, @Argument(1) @Nullable Request request) {
    if (request != null) {
      Send.begin(exchange, request);
    }
  }
}
