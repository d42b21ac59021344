package dev.gossamer.api.messaging;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * What messaging spans and metrics say by the names of the semantic conventions 1.24, beside what
 * they say anyway. Loaded for {@code OTEL_SEMCONV_STABILITY_OPT_IN=messaging/dup} only. What a span
 * has but one of, its name and kind, is the new one. Thread-safe.
 */
final class LegacyMessaging {
  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("messaging.operation");
  private static final AttributeKey<String> CLIENT_ID =
      AttributeKey.stringKey("messaging.client_id");

  private final AttributeKey<String> group;
  private final AttributeKey<Long> partition;
  private final AttributeKey<Long> offset;
  private final @Nullable Metrics metrics;

  LegacyMessaging(String instrumentation, String schemaUrl, String system) {
    group = AttributeKey.stringKey("messaging." + system + ".consumer.group");
    partition = AttributeKey.longKey("messaging." + system + ".destination.partition");
    offset = AttributeKey.longKey("messaging." + system + ".message.offset");
    Meter meter = Telemetry.meter(instrumentation, schemaUrl);
    metrics = meter == null ? null : new Metrics(meter);
  }

  /**
   * Describes an operation that begins.
   *
   * @param type by the stable conventions
   */
  <C> void begin(
      SpanBuilder span, String type, MessagingAdapter<?, C> adapter, @Nullable C client) {
    span.setAttribute(OPERATION, operation(type));
    if (client != null) {
      set(span, CLIENT_ID, adapter.clientId(client));
      set(span, group, adapter.consumerGroup(client));
    }
  }

  /** Describes the message that an operation is about. */
  void describe(SpanBuilder span, int itsPartition, long itsOffset) {
    if (itsPartition >= 0) {
      span.setAttribute(partition, itsPartition);
    }
    if (itsOffset >= 0) {
      span.setAttribute(offset, itsOffset);
    }
  }

  /** Says where a message went. */
  void sent(Span span, int itsPartition, long itsOffset) {
    if (itsPartition >= 0) {
      span.setAttribute(partition, itsPartition);
    }
    if (itsOffset >= 0) {
      span.setAttribute(offset, itsOffset);
    }
  }

  /**
   * A message was sent, or could not be.
   *
   * @param measured what the stable metrics say of it
   */
  void countSent(long startNanos, Attributes measured, Context context) {
    if (metrics != null) {
      Attributes described = described(measured, "send");
      metrics.publishDuration.record(MessagingMetrics.secondsSince(startNanos), described, context);
      metrics.published.add(1, described, context);
    }
  }

  /** A poll brought this many messages. */
  void countReceived(long startNanos, int count, Attributes measured, Context context) {
    if (metrics != null) {
      Attributes described = described(measured, "receive");
      metrics.receiveDuration.record(MessagingMetrics.secondsSince(startNanos), described, context);
      metrics.received.add(count, described, context);
    }
  }

  private static Attributes described(Attributes measured, String type) {
    AttributesBuilder described = measured.toBuilder();
    described.remove(MessagingTracing.OPERATION_NAME);
    described.remove(MessagingTracing.OPERATION_TYPE);
    described.remove(MessagingTracing.GROUP);
    return described.put(OPERATION, operation(type)).build();
  }

  /** Only sending had another name. */
  private static String operation(String type) {
    return type.equals("send") ? "publish" : type;
  }

  private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      span.setAttribute(key, value);
    }
  }

  private static final class Metrics {
    final DoubleHistogram publishDuration;
    final DoubleHistogram receiveDuration;
    final LongCounter published;
    final LongCounter received;

    Metrics(Meter meter) {
      publishDuration =
          MessagingMetrics.durations(
              meter, "messaging.publish.duration", "Measures the duration of publish operation.");
      receiveDuration =
          MessagingMetrics.durations(
              meter, "messaging.receive.duration", "Measures the duration of receive operation.");
      published =
          MessagingMetrics.messages(
              meter,
              "messaging.client.published.messages",
              "Number of messages producer attempted to publish to the broker.");
      received =
          MessagingMetrics.messages(
              meter, "messaging.receive.messages", "Measures the number of received messages.");
    }
  }
}
