package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.apache.kafka.common.config.AbstractConfig;

/** A producer or consumer is made of its configuration. */
final class NewClientAdvice {
  private NewClientAdvice() {}

  @Exit
  static void exit(@This Object client, @Argument(0) AbstractConfig config) {
    Client.CLIENTS.set(client, Client.of(config));
  }
}
