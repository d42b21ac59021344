package dev.gossamer.telemetry;

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
 * For a sampler that asks no parent, behind rules or a limit, which decide on traces as they begin:
 * without this it would record the calls of a request that a rule leaves out. What comes in from
 * elsewhere is the sampler's alone. Thread-safe.
 */
final class TraceStarts implements Sampler {
  private final Sampler first;
  private final Sampler remote;

  /**
   * @param first decides on a trace that begins here
   * @param remote decides on a span below one of another process
   */
  TraceStarts(Sampler first, Sampler remote) {
    this.first = first;
    this.remote = remote;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    SpanContext above = Span.fromContext(parent).getSpanContext();
    if (above.isValid() && !above.isRemote()) {
      return above.isSampled() ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }
    Sampler asked = above.isValid() ? remote : first;
    return asked.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return first.getDescription();
  }
}
