package dev.gossamer.telemetry.extension;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An extension's sampler; where it fails, another one decides. Thread-safe. */
final class GuardedSampler implements Sampler {
  private final Extension extension;
  private final Sampler sampler;
  private final Sampler otherwise;

  GuardedSampler(Extension extension, Sampler sampler, Sampler otherwise) {
    this.extension = extension;
    this.sampler = sampler;
    this.otherwise = otherwise;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    SamplingResult result = null;
    try {
      result =
          decided(sampler.shouldSample(parent, traceId, name, kind, attributes, links), parent);
    } catch (Throwable failure) {
      extension.failed(failure);
    }
    return result != null
        ? result
        : otherwise.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  /** With all that the SDK will ask a result of the extension's own for. */
  private static @Nullable SamplingResult decided(@Nullable SamplingResult result, Context parent) {
    if (result == null
        || result.getClass().getClassLoader() == SamplingResult.class.getClassLoader()) {
      return result;
    }
    SamplingDecision decision = Objects.requireNonNull(result.getDecision());
    Attributes attributes = Objects.requireNonNull(result.getAttributes());
    TraceState before = Span.fromContext(parent).getSpanContext().getTraceState();
    TraceState updated = Objects.requireNonNull(result.getUpdatedTraceState(before));
    return new SamplingResult() {
      @Override
      public SamplingDecision getDecision() {
        return decision;
      }

      @Override
      public Attributes getAttributes() {
        return attributes;
      }

      @Override
      public TraceState getUpdatedTraceState(TraceState parentsState) {
        return updated;
      }
    };
  }

  @Override
  public String getDescription() {
    try {
      return String.valueOf(sampler.getDescription());
    } catch (Throwable failure) {
      extension.failed(failure);
      return sampler.getClass().getName();
    }
  }

  @Override
  public String toString() {
    return getDescription();
  }
}
