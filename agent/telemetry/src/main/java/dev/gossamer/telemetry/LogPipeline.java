package dev.gossamer.telemetry;

import dev.gossamer.config.BatchOptions;
import dev.gossamer.config.LimitOptions;
import dev.gossamer.telemetry.recording.RecordingLoggerProvider;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.sdk.resources.Resource;

/** Loggers and what exports their records. Immutable, thread-safe. */
final class LogPipeline {
  final LoggerProvider loggers;
  final BatchExport<?> export;

  LogPipeline(LoggerProvider loggers, BatchExport<?> export) {
    this.loggers = loggers;
    this.export = export;
  }

  /** With the agent's own records. */
  static LogPipeline of(
      Resource resource,
      LimitOptions limits,
      BatchOptions batch,
      LogExporters exporters,
      ExportReport report) {
    LogExport export = new LogExport(exporters, batch, report);
    return new LogPipeline(
        new RecordingLoggerProvider(
            resource, limits.logAttributes(), limits.logValueLength(), export),
        export);
  }
}
