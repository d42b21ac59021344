package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Around the hand-over of a record to the producer; its callback ends the span. */
final class SendAdvice {
  private SendAdvice() {}

  @Enter
  static @Nullable Sending enter(
      @This Object producer, @Argument(0) @Nullable ProducerRecord<?, ?> record) {
    return record == null ? null : Sending.start(producer, record);
  }

  @ReplaceArgument(0)
  static @Nullable ProducerRecord<?, ?> record(
      @Argument(0) @Nullable ProducerRecord<?, ?> record, @State @Nullable Sending sending) {
    return record == null || sending == null ? record : sending.inject(record);
  }

  @ReplaceArgument(1)
  static @Nullable Callback callback(
      @Argument(1) @Nullable Callback callback, @State @Nullable Sending sending) {
    return sending == null ? callback : sending.around(callback);
  }

  @Exit
  static void exit(@State @Nullable Sending sending, @Thrown @Nullable Throwable thrown) {
    if (sending != null && thrown != null) {
      sending.sent(null, thrown);
    }
  }
}
