package dev.gossamer.telemetry.recording;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What all spans of a provider share. Thread-safe. */
final class TraceSettings extends RecordingSettings {
  /**
   * How long the time of day is taken from the monotonic clock alone, for a new local trace: a
   * clock that is set is seen a second later at most. Read more often, it is never warm.
   */
  private static final long CLOCK_KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  final Sampler sampler;
  final boolean samplesByTraceId;

  final int mostEvents;
  final int mostLinks;
  final int mostEventAttributes;
  final int mostLinkAttributes;

  private volatile long clockOffset;
  private volatile long clockReadNanos = clock.nanoTime() - 2 * CLOCK_KEPT_NANOS;

  private final SpanProcessor processor;
  private final @Nullable ExtendedSpanProcessor ending;

  TraceSettings(
      Resource resource,
      Sampler sampler,
      boolean samplesByTraceId,
      SpanLimits limits,
      SpanProcessor processor) {
    super(resource, limits.getMaxNumberOfAttributes(), limits.getMaxAttributeValueLength());
    this.sampler = sampler;
    this.samplesByTraceId = samplesByTraceId;
    this.processor = processor;
    ending = processor instanceof ExtendedSpanProcessor ? (ExtendedSpanProcessor) processor : null;
    mostEvents = limits.getMaxNumberOfEvents();
    mostLinks = limits.getMaxNumberOfLinks();
    mostEventAttributes = limits.getMaxNumberOfAttributesPerEvent();
    mostLinkAttributes = limits.getMaxNumberOfAttributesPerLink();
  }

  /** {@link System#nanoTime}, or what the SDK's clock takes for it. */
  long nanoTime() {
    return clock.nanoTime();
  }

  /**
   * What to add to the monotonic clock for the time since the epoch.
   *
   * @param nanoTime now
   */
  long clockOffset(long nanoTime) {
    if (nanoTime - clockReadNanos > CLOCK_KEPT_NANOS) {
      clockOffset = clock.now() - clock.nanoTime();
      clockReadNanos = nanoTime;
    }
    return clockOffset;
  }

  void onStart(Context parent, ReadWriteSpan span) {
    if (processor.isStartRequired()) {
      processor.onStart(parent, span);
    }
  }

  /** Whether {@link #onEnding} has to be called. */
  boolean isOnEndingRequired() {
    return ending != null && ending.isOnEndingRequired();
  }

  void onEnding(ReadWriteSpan span) {
    if (ending != null) {
      ending.onEnding(span);
    }
  }

  void onEnd(ReadWriteSpan span) {
    if (processor.isEndRequired()) {
      processor.onEnd(span);
    }
  }
}
