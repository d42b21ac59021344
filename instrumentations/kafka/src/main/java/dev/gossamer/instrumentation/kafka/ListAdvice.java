package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The application walks through the records of a partition. */
final class ListAdvice {
  private ListAdvice() {}

  @Exit
  static <K, V> @Nullable List<ConsumerRecord<K, V>> exit(
      @Returned @Nullable List<ConsumerRecord<K, V>> records, @This Object polled) {
    Client client = Processing.client(polled);
    return client == null || records == null || records.isEmpty()
        ? records
        : new ProcessedList<>(records, client);
  }
}
