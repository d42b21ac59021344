package dev.gossamer.instrumentation.apachehttpasyncclient4;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;

/** Before a connection is asked for. */
final class RequestConnectionAdvice {
  private RequestConnectionAdvice() {}

  @Enter
  static void enter(@This Object handler) {
    Exchange exchange = Exchange.of(handler);
    if (exchange != null) {
      exchange.connecting();
    }
  }
}
