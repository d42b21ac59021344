package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.OpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import java.util.concurrent.TimeUnit;

/** The loggers of an SDK of the application's, which it has since 1.27. */
final class OwnLogs {
  private OwnLogs() {}

  static void add(OpenTelemetrySdkBuilder builder, String endpoint) {
    builder.setLoggerProvider(
        SdkLoggerProvider.builder()
            .addLogRecordProcessor(
                BatchLogRecordProcessor.builder(
                        OtlpHttpLogRecordExporter.builder()
                            .setEndpoint(endpoint + "/v1/logs")
                            .build())
                    .build())
            .build());
  }

  static void shutDown(OpenTelemetrySdk sdk) {
    sdk.getSdkLoggerProvider().shutdown().join(10, TimeUnit.SECONDS);
  }
}
