package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The application walks through the records of a topic. */
final class IterableAdvice {
  private IterableAdvice() {}

  @Exit
  static <K, V> @Nullable Iterable<ConsumerRecord<K, V>> exit(
      @Returned @Nullable Iterable<ConsumerRecord<K, V>> records, @This Object polled) {
    Client client = Processing.client(polled);
    if (client == null || records == null) {
      return records;
    }
    return new Iterable<ConsumerRecord<K, V>>() {
      @Override
      public Iterator<ConsumerRecord<K, V>> iterator() {
        return new Processing<>(records.iterator(), client);
      }
    };
  }
}
