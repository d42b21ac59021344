package dev.gossamer.telemetry;

import dev.gossamer.config.BatchOptions;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.util.ArrayList;
import java.util.List;

/** Exports the log records of the SDK's loggers. Thread-safe. */
final class ExportingLogProcessor extends BatchExport<ReadWriteLogRecord>
    implements LogRecordProcessor {
  private final LogExporters exporters;

  ExportingLogProcessor(LogExporters exporters, BatchOptions options, ExportReport report) {
    super(options, report);
    this.exporters = exporters;
  }

  @Override
  public void onEmit(Context context, ReadWriteLogRecord record) {
    add(record);
  }

  @Override
  CompletableResultCode export(List<ReadWriteLogRecord> batch) {
    List<LogRecordData> records = new ArrayList<>(batch.size());
    for (ReadWriteLogRecord record : batch) {
      records.add(record.toLogRecordData());
    }
    return exporters.export(records);
  }

  @Override
  void closeExporter() {}
}
