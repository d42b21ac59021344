package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The application walks through all records. */
final class IteratorAdvice {
  private IteratorAdvice() {}

  @Exit
  static <K, V> @Nullable Iterator<ConsumerRecord<K, V>> exit(
      @Returned @Nullable Iterator<ConsumerRecord<K, V>> records, @This Object polled) {
    Client client = Processing.client(polled);
    return client == null || records == null ? records : new Processing<>(records, client);
  }
}
