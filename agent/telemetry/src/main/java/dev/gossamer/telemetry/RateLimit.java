package dev.gossamer.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets so many new traces through a second, at most a second's worth at once; what has a parent is
 * not limited. Thread-safe, without locks.
 */
final class RateLimit implements Sampler {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Sampler limited;
  private final LongSupplier nanoTime;
  private final long interval;

  /** When the last trace that was let through has been paid for. */
  private final AtomicLong paid;

  RateLimit(Sampler limited, int perSecond, LongSupplier nanoTime) {
    this.limited = limited;
    this.nanoTime = nanoTime;
    interval = SECOND / perSecond;
    paid = new AtomicLong(nanoTime.getAsLong() - SECOND);
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    SamplingResult result = limited.shouldSample(parent, traceId, name, kind, attributes, links);
    if (result.getDecision() == SamplingDecision.DROP
        || Span.fromContext(parent).getSpanContext().isValid()
        || isLeft()) {
      return result;
    }
    return SamplingResult.drop();
  }

  private boolean isLeft() {
    while (true) {
      long before = paid.get();
      long now = nanoTime.getAsLong();
      long from = before - (now - SECOND) < 0 ? now - SECOND : before;
      if (from + interval - now > 0) {
        return false;
      }
      if (paid.compareAndSet(before, from + interval)) {
        return true;
      }
    }
  }

  @Override
  public String getDescription() {
    return "RateLimit{" + SECOND / interval + "/s, " + limited.getDescription() + "}";
  }

  @Override
  public String toString() {
    return getDescription();
  }
}
