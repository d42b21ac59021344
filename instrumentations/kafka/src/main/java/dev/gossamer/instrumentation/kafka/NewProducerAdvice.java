package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** A producer is made of its configuration. */
final class NewProducerAdvice {
  private NewProducerAdvice() {}

  @Exit
  static void exit(@This Object producer, @Argument(0) Object config) {
    // Constructors call each other: the innermost, which knows most, is the first to return.
    if (Client.CLIENTS.get(producer) == null) {
      Client.CLIENTS.set(producer, Client.of(config, false));
    }
  }
}
