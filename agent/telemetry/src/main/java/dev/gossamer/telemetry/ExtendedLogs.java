package dev.gossamer.telemetry;

import dev.gossamer.config.BatchOptions;
import dev.gossamer.config.LimitOptions;
import dev.gossamer.telemetry.extension.Extensions;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.resources.Resource;

/** Log records where there are extensions: the SDK's own, whose builder these customize. */
final class ExtendedLogs {
  private ExtendedLogs() {}

  static LogPipeline pipeline(
      Resource resource,
      LimitOptions limits,
      BatchOptions batch,
      LogExporters exporters,
      Extensions extensions,
      ExportReport report) {
    ExportingLogProcessor processor = new ExportingLogProcessor(exporters, batch, report);
    LogLimits most =
        LogLimits.builder()
            .setMaxNumberOfAttributes(limits.logAttributes())
            .setMaxAttributeValueLength(limits.logValueLength())
            .build();
    SdkLoggerProviderBuilder builder =
        SdkLoggerProvider.builder()
            .setResource(resource)
            .setLogLimits(() -> most)
            .addLogRecordProcessor(extensions.customized(processor));
    return new LogPipeline(extensions.customized(builder).build(), processor);
  }
}
