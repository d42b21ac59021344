package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.Failures;
import dev.gossamer.api.messaging.MessagingTracing;
import dev.gossamer.api.messaging.ProcessSpan;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Polled records in the hands of the application: each is processed until the next is asked for.
 */
final class Processing<K, V> implements Iterator<ConsumerRecord<K, V>> {
  private static final MessagingTracing<ConsumerRecord<?, ?>, Client> TRACING =
      new MessagingTracing<>("kafka", "kafka", new ConsumerRecordAdapter());

  private final Iterator<ConsumerRecord<K, V>> records;
  private final Client client;

  Processing(Iterator<ConsumerRecord<K, V>> records, Client client) {
    this.records = records;
    this.client = client;
  }

  static void polled(Object consumer, ConsumerRecords<?, ?> records, long startNanos) {
    Client client = Client.CLIENTS.get(consumer);
    TRACING.polled(new All(records), records.count(), client, startNanos);
    // Last: from here on iterating the records means processing them.
    Client.CLIENTS.set(records, client == null ? Client.UNKNOWN : client);
  }

  /**
   * The client that polled these records, or null: then they are not the application's to process.
   */
  static @Nullable Client client(Object records) {
    return Client.CLIENTS.get(records);
  }

  @Override
  public boolean hasNext() {
    boolean more = records.hasNext();
    if (!more) {
      ProcessSpan.endOpen();
    }
    return more;
  }

  @Override
  public ConsumerRecord<K, V> next() {
    ProcessSpan.endOpen();
    ConsumerRecord<K, V> record = records.next();
    try {
      TRACING.process(record, client);
    } catch (Throwable ours) {
      Failures.note("kafka", ours);
    }
    return record;
  }

  @Override
  public void remove() {
    records.remove();
  }

  /** All records, partition by partition. */
  private static final class All implements Iterator<ConsumerRecord<?, ?>> {
    private final ConsumerRecords<?, ?> records;
    private final Iterator<TopicPartition> partitions;
    private @Nullable Iterator<? extends ConsumerRecord<?, ?>> current;

    All(ConsumerRecords<?, ?> records) {
      this.records = records;
      partitions = records.partitions().iterator();
    }

    @Override
    public boolean hasNext() {
      while (current == null || !current.hasNext()) {
        if (!partitions.hasNext()) {
          return false;
        }
        current = records.records(partitions.next()).iterator();
      }
      return true;
    }

    @Override
    public ConsumerRecord<?, ?> next() {
      if (!hasNext() || current == null) {
        throw new NoSuchElementException();
      }
      return current.next();
    }
  }
}
