package dev.gossamer.telemetry.transport;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finished spans to export, and their names out of what arrived. */
final class Batches {

  private Batches() {}

  static List<SpanData> of(String... names) {
    return spans("value", names);
  }

  /** One span per name, each with an attribute of {@code bytes} characters. */
  static List<SpanData> large(int count, int bytes) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = "span " + i;
    }
    return spans("x".repeat(bytes), names);
  }

  static List<String> names(ExportTraceServiceRequest request) {
    return request.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .map(io.opentelemetry.proto.trace.v1.Span::getName)
        .toList();
  }

  private static List<SpanData> spans(String value, String... names) {
    List<SpanData> finished = new ArrayList<>();
    SpanExporter collect =
        new SpanExporter() {
          @Override
          public CompletableResultCode export(Collection<SpanData> spans) {
            finished.addAll(spans);
            return CompletableResultCode.ofSuccess();
          }

          @Override
          public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
          }

          @Override
          public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
          }
        };
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(collect)).build()) {
      Tracer tracer = provider.get("transport-test");
      for (String name : names) {
        Span span = tracer.spanBuilder(name).setAttribute("key", value).startSpan();
        span.end();
      }
    }
    return finished;
  }
}
