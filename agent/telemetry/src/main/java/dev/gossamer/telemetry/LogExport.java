package dev.gossamer.telemetry;

import dev.gossamer.config.BatchOptions;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.util.List;
import java.util.function.Consumer;

/** Exports the agent's own log records. Thread-safe. */
final class LogExport extends BatchExport<LogRecordData> implements Consumer<LogRecordData> {
  private final LogExporters exporters;

  LogExport(LogExporters exporters, BatchOptions options, ExportReport report) {
    super(options, report);
    this.exporters = exporters;
  }

  @Override
  public void accept(LogRecordData record) {
    add(record);
  }

  @Override
  CompletableResultCode export(List<LogRecordData> batch) {
    return exporters.export(batch);
  }

  @Override
  void closeExporter() {}
}
