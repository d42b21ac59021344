package dev.gossamer.telemetry.recording;

import dev.gossamer.telemetry.transport.OtlpClient;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/**
 * Exports spans as OTLP's protocol buffers, whoever made them. A span that cannot be encoded is
 * left out and told of; the others of its batch are exported.
 *
 * <p>Only for the exporting thread.
 */
public final class OtlpSpanExporter implements SpanExporter {
  private final OtlpSender<SpanData> sender;

  public OtlpSpanExporter(OtlpClient client) {
    sender = new OtlpSender<>(client, new SpanEncoder(), "spans");
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return sender.send(spans);
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return sender.shutdown();
  }
}
