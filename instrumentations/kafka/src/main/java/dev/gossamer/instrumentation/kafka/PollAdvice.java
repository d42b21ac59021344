package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** Around a poll, which also says that the records of the last one are done with. */
final class PollAdvice {
  private PollAdvice() {}

  @Enter
  static Long enter(@This Object consumer) {
    Processing.done(consumer);
    return System.nanoTime();
  }

  @Exit
  static void exit(
      @This Object consumer,
      @State @Nullable Long startNanos,
      @Returned @Nullable ConsumerRecords<?, ?> records) {
    if (records != null && startNanos != null && !records.isEmpty()) {
      Processing.polled(consumer, records, startNanos);
    }
  }
}
