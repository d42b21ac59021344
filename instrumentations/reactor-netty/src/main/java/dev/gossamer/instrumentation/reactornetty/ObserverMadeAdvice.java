package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** A connection is asked for: an observer of it is made. */
final class ObserverMadeAdvice {
  private ObserverMadeAdvice() {}

  @Exit
  static void exit(@This Object observer, @Argument(1) Object handler) {
    Subscribed.observes(observer, handler);
  }
}
