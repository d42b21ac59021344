package dev.gossamer.telemetry;

import io.opentelemetry.api.common.Value;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Prints a line per record to standard output, because the user asked for it. */
final class ConsoleLogExporter implements LogRecordExporter {
  private final OutputStream out;

  ConsoleLogExporter(OutputStream out) {
    this.out = out;
  }

  @Override
  public CompletableResultCode export(Collection<LogRecordData> records) {
    StringBuilder lines = new StringBuilder();
    for (LogRecordData record : records) {
      Value<?> body = record.getBodyValue();
      lines.append(record.getSeverity()).append(" '");
      lines.append(body == null ? "" : FailureText.printable(body.asString(), 10_000)).append("' ");
      lines.append(record.getSpanContext().getTraceId()).append(' ');
      lines.append(record.getSpanContext().getSpanId());
      lines.append(" [").append(record.getInstrumentationScopeInfo().getName()).append("] ");
      lines.append(FailureText.printable(record.getAttributes().toString(), 10_000)).append('\n');
    }
    try {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      return CompletableResultCode.ofSuccess();
    } catch (IOException e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
