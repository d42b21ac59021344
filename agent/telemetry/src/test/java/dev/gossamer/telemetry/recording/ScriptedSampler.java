package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.ArrayList;
import java.util.List;

/** Always answers the same. */
final class ScriptedSampler implements Sampler {
  final List<String> traceIds = new ArrayList<>();
  final List<SpanContext> parents = new ArrayList<>();
  private final SamplingResult result;

  ScriptedSampler(SamplingResult result) {
    this.result = result;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    traceIds.add(traceId);
    parents.add(Span.fromContext(parent).getSpanContext());
    return result;
  }

  @Override
  public String getDescription() {
    return "scripted";
  }
}
