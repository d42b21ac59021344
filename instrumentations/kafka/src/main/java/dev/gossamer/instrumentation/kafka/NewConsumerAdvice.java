package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.apache.kafka.common.config.AbstractConfig;

/** A consumer is made of its configuration. */
final class NewConsumerAdvice {
  private NewConsumerAdvice() {}

  @Exit
  static void exit(@This Object consumer, @Argument(0) AbstractConfig config) {
    Client.CLIENTS.set(consumer, Client.of(config, !isOfFramework()));
  }

  /**
   * Kafka Streams and Kafka Connect iterate to sort records into queues of their own; what they do
   * with them comes later, on other threads too. Their consumers are known by who makes them.
   */
  private static boolean isOfFramework() {
    for (StackTraceElement caller : new Throwable().getStackTrace()) {
      String name = caller.getClassName();
      if (name.startsWith("org.apache.kafka.streams.")
          || name.startsWith("org.apache.kafka.connect.")) {
        return true;
      }
    }
    return false;
  }
}
