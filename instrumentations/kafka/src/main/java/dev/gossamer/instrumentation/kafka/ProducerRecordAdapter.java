package dev.gossamer.instrumentation.kafka;

import java.util.Iterator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Answers for a record that is sent. */
final class ProducerRecordAdapter extends ClientAdapter<ProducerRecord<?, ?>> {
  @Override
  public int partition(ProducerRecord<?, ?> record) {
    Integer chosen = record.partition();
    return chosen == null ? -1 : chosen;
  }

  @Override
  public long offset(ProducerRecord<?, ?> record) {
    return -1;
  }

  @Override
  public @Nullable String destination(ProducerRecord<?, ?> record) {
    return record.topic();
  }

  @Override
  public @Nullable String key(ProducerRecord<?, ?> record) {
    return Keys.text(record.key());
  }

  @Override
  public boolean isTombstone(ProducerRecord<?, ?> record) {
    return record.value() == null;
  }

  @Override
  public boolean hasHeaders(ProducerRecord<?, ?> record) {
    return record.headers().iterator().hasNext();
  }

  @Override
  public Iterator<String> headers(ProducerRecord<?, ?> record, String name) {
    return Keys.values(record.headers(), name);
  }

  @Override
  public Iterator<String> headerNames(ProducerRecord<?, ?> record) {
    return Keys.names(record.headers());
  }
}
