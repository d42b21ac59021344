package dev.gossamer.instrumentation.apachehttpasyncclient4;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;

/** The call is over: nothing of it stays on the handler, which the application's future keeps. */
final class ReleaseAdvice {
  private ReleaseAdvice() {}

  @Enter
  static void enter(@This Object handler) {
    Exchange exchange = Exchange.take(handler);
    if (exchange != null) {
      exchange.released();
    }
  }
}
