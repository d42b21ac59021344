package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;

/** What newer versions of the API have. */
final class NewerProgram {
  private NewerProgram() {}

  /** Since 1.38. */
  static void linksAndGauges() {
    Span span = GlobalOpenTelemetry.getTracer("newer").spanBuilder("links").startSpan();
    span.addLink(
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getDefault(),
            TraceState.getDefault()),
        Attributes.builder().put("link", "late").build());
    span.end();
    Meter meter = GlobalOpenTelemetry.getMeter("newer");
    meter.gaugeBuilder("newer.heat").build().set(20.5);
    meter
        .gaugeBuilder("newer.age")
        .ofLongs()
        .build()
        .set(9, Attributes.builder().put("color", "blue").build());
    meter
        .histogramBuilder("newer.duration")
        .setExplicitBucketBoundariesAdvice(List.of(1.0, 2.0))
        .build()
        .record(1.5);
    meter
        .histogramBuilder("newer.size")
        .ofLongs()
        .setExplicitBucketBoundariesAdvice(List.of(10L, 20L))
        .build()
        .record(15);
  }

  /** Since 1.57. */
  static String values() {
    Tracer tracer = GlobalOpenTelemetry.getTracer("newer");
    Span span = tracer.spanBuilder("values").startSpan();
    span.setAttribute(
        AttributeKey.valueKey("value"),
        Value.of(
            KeyValue.of("list", Value.of(Value.of(1), Value.of("two"))),
            KeyValue.of("number", Value.of(1.5))));
    // Fine stays fine, in an SDK of that age.
    span.setStatus(StatusCode.OK).setStatus(StatusCode.ERROR, "no");
    span.end();
    return GlobalOpenTelemetry.isSet() + " " + tracer.isEnabled();
  }
}
