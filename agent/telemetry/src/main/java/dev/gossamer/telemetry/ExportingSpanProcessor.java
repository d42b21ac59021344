package dev.gossamer.telemetry;

import dev.gossamer.config.BatchOptions;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;

/** Exports finished spans that are sampled. Thread-safe. */
final class ExportingSpanProcessor extends BatchExport<ReadableSpan> implements SpanProcessor {
  private final SpanExporter exporter;

  ExportingSpanProcessor(SpanExporter exporter, BatchOptions options, ExportReport report) {
    super(options, report);
    this.exporter = exporter;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.getSpanContext().isSampled()) {
      add(span);
    }
  }

  @Override
  CompletableResultCode export(List<ReadableSpan> batch) {
    List<SpanData> spans = new ArrayList<>(batch.size());
    for (ReadableSpan span : batch) {
      spans.add(span.toSpanData());
    }
    return exporter.export(spans);
  }

  @Override
  void closeExporter() {
    exporter.shutdown();
  }
}
