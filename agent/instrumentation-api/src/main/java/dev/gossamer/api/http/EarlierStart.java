package dev.gossamer.api.http;

import io.opentelemetry.api.trace.SpanBuilder;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Spans of what began before it was known that they are needed. */
final class EarlierStart {
  private EarlierStart() {}

  /**
   * Lets a span begin in the past.
   *
   * @param startNanos by {@link System#nanoTime}
   */
  static void set(SpanBuilder span, long startNanos) {
    long elapsed = Math.max(0, System.nanoTime() - startNanos);
    Instant now = Instant.now();
    span.setStartTimestamp(
        TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - elapsed,
        TimeUnit.NANOSECONDS);
  }
}
