package dev.gossamer.telemetry;

import dev.gossamer.api.Exclusion;
import dev.gossamer.api.propagation.SamplingHint;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * The configured sampler, after what a caller said in words that a span context does not have
 * ({@link SamplingHint}), and after making sure that the agent never traces its own exports.
 */
final class AgentSampler implements Sampler {
  private final Sampler configured;
  private final boolean hints;
  private final boolean exclusions;
  private final Thread exporting;

  /**
   * @param hints whether any configured propagator gives hints
   * @param exclusions whether any context may be marked by {@link Exclusion}
   * @param exporting the thread that makes no spans
   */
  AgentSampler(Sampler configured, boolean hints, boolean exclusions, Thread exporting) {
    this.configured = configured;
    this.hints = hints;
    this.exclusions = exclusions;
    this.exporting = exporting;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    if (Thread.currentThread() == exporting || (exclusions && Exclusion.covers(parent))) {
      return SamplingResult.drop();
    }
    Context asked = parent;
    if (hints) {
      SamplingHint hint = SamplingHint.from(parent);
      if (hint != SamplingHint.NONE) {
        SpanContext span = Span.fromContext(parent).getSpanContext();
        boolean valid = span.isValid();
        if (hint == SamplingHint.DEBUG && (!valid || span.isRemote())
            || hint == SamplingHint.SAMPLE && !valid) {
          return SamplingResult.recordAndSample();
        }
        if (hint == SamplingHint.DROP && !valid) {
          return SamplingResult.drop();
        }
        if (hint == SamplingHint.DEFER && valid && span.isRemote()) {
          asked = Context.root();
        }
      }
    }
    return configured.shouldSample(asked, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return configured.getDescription();
  }

  @Override
  public String toString() {
    return getDescription();
  }
}
