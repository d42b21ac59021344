package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;

/** The application cancels its subscription before the answer is complete. */
final class GiveUpAdvice {
  private GiveUpAdvice() {}

  @Enter
  static void enter(@This Object operations) {
    Subscribed.giveUp(operations);
  }
}
