package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.Failures;
import dev.gossamer.api.messaging.MessagingTracing;
import dev.gossamer.api.messaging.ProcessSpan;
import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * Polled records in the hands of the application: each is processed until the next is asked for.
 */
final class Processing<K, V> implements Iterator<ConsumerRecord<K, V>> {
  private static final MessagingTracing<ConsumerRecord<?, ?>, Client> TRACING =
      new MessagingTracing<>("kafka", "kafka", new ConsumerRecordAdapter());

  private final Iterator<ConsumerRecord<K, V>> records;
  private final Client client;
  private @Nullable ProcessSpan inHand;

  Processing(Iterator<ConsumerRecord<K, V>> records, Client client) {
    this.records = records;
    this.client = client;
  }

  static void polled(Object consumer, ConsumerRecords<?, ?> records, long startNanos) {
    Client client = Client.CLIENTS.get(consumer);
    TRACING.polled(new All(records), records.count(), client, startNanos);
    // Last: from here on iterating the records means processing them.
    if (client == null || client.processes) {
      Client.CLIENTS.set(records, client == null ? Client.UNKNOWN : client);
    }
  }

  /** This thread has done with what the consumer polled before. */
  static void done(Object consumer) {
    Client client = Client.CLIENTS.get(consumer);
    ProcessSpan.endOpen((client == null ? Client.UNKNOWN : client).token);
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
      end();
    }
    return more;
  }

  @Override
  public ConsumerRecord<K, V> next() {
    end();
    ConsumerRecord<K, V> record = records.next();
    try {
      inHand = TRACING.process(record, client, client.token);
    } catch (Throwable ours) {
      Failures.note("kafka", ours);
    }
    return record;
  }

  private void end() {
    ProcessSpan processed = inHand;
    if (processed != null) {
      inHand = null;
      processed.end();
    }
  }

  @Override
  public void remove() {
    records.remove();
  }

  /** All records, partition by partition, with nobody processing them. */
  private static final class All implements Iterable<ConsumerRecord<?, ?>> {
    private final ConsumerRecords<?, ?> records;

    All(ConsumerRecords<?, ?> records) {
      this.records = records;
    }

    @Override
    @SuppressWarnings("unchecked") // nothing is ever put in
    public Iterator<ConsumerRecord<?, ?>> iterator() {
      return (Iterator<ConsumerRecord<?, ?>>) (Iterator<?>) records.iterator();
    }
  }
}
