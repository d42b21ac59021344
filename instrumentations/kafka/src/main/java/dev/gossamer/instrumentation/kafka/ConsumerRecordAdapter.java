package dev.gossamer.instrumentation.kafka;

import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Answers for a record that was polled. */
final class ConsumerRecordAdapter extends ClientAdapter<ConsumerRecord<?, ?>> {
  @Override
  public int partition(ConsumerRecord<?, ?> record) {
    return record.partition();
  }

  @Override
  public long offset(ConsumerRecord<?, ?> record) {
    return record.offset();
  }

  @Override
  public @Nullable String destination(ConsumerRecord<?, ?> record) {
    return record.topic();
  }

  @Override
  public @Nullable String key(ConsumerRecord<?, ?> record) {
    return Keys.text(record.key());
  }

  @Override
  public boolean isTombstone(ConsumerRecord<?, ?> record) {
    return record.value() == null;
  }

  @Override
  public boolean hasHeaders(ConsumerRecord<?, ?> record) {
    return record.headers().iterator().hasNext();
  }

  @Override
  public Iterator<String> headers(ConsumerRecord<?, ?> record, String name) {
    return Keys.values(record.headers(), name);
  }

  @Override
  public Iterator<String> headerNames(ConsumerRecord<?, ?> record) {
    return Keys.names(record.headers());
  }
}
