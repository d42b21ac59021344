package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;

/** A consumer that closes has no record in hand any more. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Enter
  static void enter(@This Object consumer) {
    Processing.done(consumer);
  }
}
