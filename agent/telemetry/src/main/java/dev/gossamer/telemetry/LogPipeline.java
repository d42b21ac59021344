package dev.gossamer.telemetry;

import dev.gossamer.config.BatchOptions;
import dev.gossamer.config.LimitOptions;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.resources.Resource;

/** The SDK's loggers and what exports their records. Immutable, thread-safe. */
final class LogPipeline {
  final LoggerProvider loggers;
  final BatchExport<?> export;

  LogPipeline(
      Resource resource,
      LimitOptions limits,
      BatchOptions batch,
      LogExporters exporters,
      ExportReport report) {
    ExportingLogProcessor processor = new ExportingLogProcessor(exporters, batch, report);
    LogLimits most =
        LogLimits.builder()
            .setMaxNumberOfAttributes(limits.logAttributes())
            .setMaxAttributeValueLength(limits.logValueLength())
            .build();
    loggers =
        SdkLoggerProvider.builder()
            .setResource(resource)
            .setLogLimits(() -> most)
            .addLogRecordProcessor(processor)
            .build();
    export = processor;
  }
}
