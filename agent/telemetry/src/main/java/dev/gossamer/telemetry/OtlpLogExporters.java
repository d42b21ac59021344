package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import dev.gossamer.telemetry.transport.TransportListener;
import dev.gossamer.telemetry.transport.Transports;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporterBuilder;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporterBuilder;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The SDK's OTLP exporters of log records, where there are extensions: these know them. */
final class OtlpLogExporters {
  private OtlpLogExporters() {}

  static LogRecordExporter of(OtlpOptions options, TransportListener listener) {
    ClientFiles files = ClientFiles.of(options);
    return options.grpc() ? grpc(options, files, listener) : http(options, files, listener);
  }

  private static LogRecordExporter http(
      OtlpOptions options, ClientFiles files, TransportListener listener) {
    OtlpHttpLogRecordExporterBuilder builder =
        OtlpHttpLogRecordExporter.builder()
            .setComponentLoader(Transports.componentLoader(options, listener))
            .setMeterProvider(MeterProvider.noop())
            .setEndpoint(options.endpoint())
            .setTimeout(options.timeoutMillis(), TimeUnit.MILLISECONDS);
    if (options.gzip()) {
      builder.setCompression("gzip");
    }
    for (Map.Entry<String, String> header : options.headers().entrySet()) {
      builder.addHeader(header.getKey(), header.getValue());
    }
    builder.addHeader("User-Agent", OtlpExporters.userAgent());
    files.into(builder::setSslContext);
    return builder.build();
  }

  private static LogRecordExporter grpc(
      OtlpOptions options, ClientFiles files, TransportListener listener) {
    OtlpGrpcLogRecordExporterBuilder builder =
        OtlpGrpcLogRecordExporter.builder()
            .setComponentLoader(Transports.componentLoader(options, listener))
            .setMeterProvider(MeterProvider.noop())
            .setEndpoint(options.endpoint())
            .setTimeout(options.timeoutMillis(), TimeUnit.MILLISECONDS);
    if (options.gzip()) {
      builder.setCompression("gzip");
    }
    for (Map.Entry<String, String> header : options.headers().entrySet()) {
      builder.addHeader(header.getKey(), header.getValue());
    }
    builder.addHeader("User-Agent", OtlpExporters.userAgent());
    files.into(builder::setSslContext);
    return builder.build();
  }
}
