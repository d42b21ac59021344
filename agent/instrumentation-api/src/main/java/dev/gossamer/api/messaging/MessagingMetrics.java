package dev.gossamer.api.messaging;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of messages (semantic conventions 1.44, messaging client metrics), also of those
 * that are not sampled. Thread-safe.
 */
final class MessagingMetrics {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final List<Double> BOUNDARIES =
      Collections.unmodifiableList(
          Arrays.asList(
              0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));

  private final DoubleHistogram operations;
  private final DoubleHistogram processings;
  private final LongCounter sent;
  private final LongCounter consumed;

  private MessagingMetrics(Meter meter) {
    operations =
        durations(
            meter,
            "messaging.client.operation.duration",
            "Duration of messaging operation initiated by a producer or consumer client.");
    processings =
        durations(meter, "messaging.process.duration", "Duration of processing operation.");
    sent =
        messages(
            meter,
            "messaging.client.sent.messages",
            "Number of messages producer attempted to send to the broker.");
    consumed =
        messages(
            meter,
            "messaging.client.consumed.messages",
            "Number of messages that were delivered to the application.");
  }

  /** Null when nothing reads metrics. */
  static @Nullable MessagingMetrics of(String instrumentation, String schemaUrl) {
    Meter meter = Telemetry.meter(instrumentation, schemaUrl);
    return meter == null ? null : new MessagingMetrics(meter);
  }

  static DoubleHistogram durations(Meter meter, String name, String description) {
    return meter
        .histogramBuilder(name)
        .setUnit("s")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(BOUNDARIES)
        .build();
  }

  static LongCounter messages(Meter meter, String name, String description) {
    return meter.counterBuilder(name).setUnit("{message}").setDescription(description).build();
  }

  /** A message was sent, or could not be. */
  void sent(long startNanos, Attributes attributes, Context context) {
    operations.record(secondsSince(startNanos), attributes, context);
    sent.add(1, attributes, context);
  }

  /** A poll brought this many messages. */
  void received(long startNanos, int count, Attributes attributes, Context context) {
    operations.record(secondsSince(startNanos), attributes, context);
    consumed.add(count, attributes, context);
  }

  /** The application is done with a message. */
  void processed(long startNanos, Attributes attributes, Context context) {
    processings.record(secondsSince(startNanos), attributes, context);
  }

  static double secondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
  }
}
