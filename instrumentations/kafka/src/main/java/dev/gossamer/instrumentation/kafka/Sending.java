package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.Failures;
import dev.gossamer.api.messaging.MessagingTracing;
import dev.gossamer.api.messaging.SendSpan;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** One record on its way to the broker, and what the producer calls back. */
final class Sending implements Callback {
  private static final MessagingTracing<ProducerRecord<?, ?>, Client> TRACING =
      new MessagingTracing<>("kafka", "kafka", new ProducerRecordAdapter());

  private static final TextMapSetter<Headers> SETTER =
      new TextMapSetter<Headers>() {
        @Override
        public void set(@Nullable Headers headers, String key, String value) {
          if (headers != null) {
            headers.remove(key).add(key, value.getBytes(StandardCharsets.UTF_8));
          }
        }
      };

  private final SendSpan span;
  private @Nullable Callback callback;

  private Sending(SendSpan span) {
    this.span = span;
  }

  static Sending start(Object producer, ProducerRecord<?, ?> record) {
    return new Sending(TRACING.send(record, Client.CLIENTS.get(producer)));
  }

  /**
   * A copy of the record with the context in its headers: the application may send its own again,
   * or have sent it before, which makes headers read-only. A record of the application's own class
   * can't be copied, and gets the context itself.
   */
  <K, V> ProducerRecord<K, V> inject(ProducerRecord<K, V> record) {
    if (!span.injects()) {
      return record;
    }
    if (record.getClass() != ProducerRecord.class) {
      injectInPlace(record.headers());
      return record;
    }
    RecordHeaders headers = new RecordHeaders(record.headers());
    TRACING.inject(span, headers, SETTER);
    return new ProducerRecord<>(
        record.topic(),
        record.partition(),
        record.timestamp(),
        record.key(),
        record.value(),
        headers);
  }

  private void injectInPlace(Headers headers) {
    try {
      TRACING.inject(span, headers, SETTER);
    } catch (IllegalStateException readOnly) {
      // Sent before, without a context; it goes out without one again.
    }
  }

  /** Makes this the producer's callback, which calls the application's. */
  Callback around(@Nullable Callback callback) {
    this.callback = callback;
    return this;
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception thrown) {
    try {
      sent(metadata, thrown);
    } catch (Throwable ours) {
      Failures.note("kafka", ours);
    }
    if (callback != null) {
      // In the sender's context, not in the producer thread's.
      try (Scope ignored = span.parent().makeCurrent()) {
        callback.onCompletion(metadata, thrown);
      }
    }
  }

  void sent(@Nullable RecordMetadata metadata, @Nullable Throwable thrown) {
    int partition = metadata == null ? -1 : metadata.partition();
    long offset = metadata == null || !metadata.hasOffset() ? -1 : metadata.offset();
    TRACING.sent(span, partition, offset, thrown);
  }
}
