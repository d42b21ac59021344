package dev.gossamer.telemetry.recording;

import dev.gossamer.telemetry.transport.OtlpClient;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;

/**
 * Exports log records as OTLP's protocol buffers, whoever made them. A record that cannot be
 * encoded is left out and told of; the others of its batch are exported.
 *
 * <p>Only for the exporting thread.
 */
public final class OtlpLogExporter implements LogRecordExporter {
  private final OtlpSender<LogRecordData> sender;

  public OtlpLogExporter(OtlpClient client) {
    sender = new OtlpSender<>(client, new LogEncoder(), "log records");
  }

  @Override
  public CompletableResultCode export(Collection<LogRecordData> records) {
    return sender.send(records);
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
