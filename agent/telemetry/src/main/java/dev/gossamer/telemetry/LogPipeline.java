package dev.gossamer.telemetry;

import dev.gossamer.config.BatchOptions;
import dev.gossamer.config.LimitOptions;
import dev.gossamer.telemetry.extension.Extensions;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/** The SDK's loggers and what exports their records. Immutable, thread-safe. */
final class LogPipeline {
  final SdkLoggerProvider loggers;
  final BatchExport<?> export;

  LogPipeline(
      Resource resource,
      LimitOptions limits,
      BatchOptions batch,
      LogExporters exporters,
      @Nullable Extensions extensions,
      ExportReport report) {
    ExportingLogProcessor processor = new ExportingLogProcessor(exporters, batch, report);
    LogLimits most =
        LogLimits.builder()
            .setMaxNumberOfAttributes(limits.logAttributes())
            .setMaxAttributeValueLength(limits.logValueLength())
            .build();
    SdkLoggerProviderBuilder builder =
        SdkLoggerProvider.builder().setResource(resource).setLogLimits(() -> most);
    if (extensions == null) {
      loggers = builder.addLogRecordProcessor(processor).build();
    } else {
      builder.addLogRecordProcessor(extensions.customized(processor));
      loggers = extensions.customized(builder).build();
    }
    export = processor;
  }
}
