package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import reactor.netty.Connection;

/** A request is prepared for its connection; what the application makes of it is written next. */
final class SendAdvice {
  private SendAdvice() {}

  @Enter
  static void enter(@This Object handler, @Argument(0) Connection operations) {
    Subscribed request = Subscribed.of(handler);
    if (request != null) {
      request.sendOn(operations);
    }
  }
}
