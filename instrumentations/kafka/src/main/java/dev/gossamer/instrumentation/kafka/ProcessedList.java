package dev.gossamer.instrumentation.kafka;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a partition: read-only, as Kafka's own list. Walking through it by iterator means
 * processing; taking one by index, copying, comparing, printing or streaming does not, since nobody
 * could say when that one is done.
 */
final class ProcessedList<K, V> extends AbstractList<ConsumerRecord<K, V>> implements RandomAccess {
  private final List<ConsumerRecord<K, V>> records;
  private final Client client;

  ProcessedList(List<ConsumerRecord<K, V>> records, Client client) {
    this.records = records;
    this.client = client;
  }

  @Override
  public ConsumerRecord<K, V> get(int index) {
    return records.get(index);
  }

  @Override
  public int size() {
    return records.size();
  }

  @Override
  public Iterator<ConsumerRecord<K, V>> iterator() {
    return new Processing<>(records.iterator(), client);
  }

  @Override
  public Object[] toArray() {
    return records.toArray();
  }

  @Override
  public <T> T[] toArray(T[] into) {
    return records.toArray(into);
  }

  @Override
  public boolean contains(@Nullable Object record) {
    return records.contains(record);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || records.equals(other);
  }

  @Override
  public int hashCode() {
    return records.hashCode();
  }

  @Override
  public String toString() {
    return records.toString();
  }

  @Override
  public Spliterator<ConsumerRecord<K, V>> spliterator() {
    return records.spliterator();
  }

  @Override
  public Stream<ConsumerRecord<K, V>> stream() {
    return records.stream();
  }
}
