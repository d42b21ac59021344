package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import dev.gossamer.telemetry.transport.TransportListener;
import dev.gossamer.telemetry.transport.Transports;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporterBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The same of metrics, apart: where the two stand together, the JVM loads both to verify either.
 */
final class OtlpMetricExporters {
  private OtlpMetricExporters() {}

  static MetricExporter of(OtlpOptions options, TransportListener listener) {
    ClientFiles files = ClientFiles.of(options);
    return options.grpc()
        ? grpc(options, files, listener).build()
        : http(options, files, listener).build();
  }

  /** One that says by itself what the reader prefers, for those who ask the exporter. */
  static MetricExporter of(OtlpOptions options, TransportListener listener, MetricReader reader) {
    ClientFiles files = ClientFiles.of(options);
    return options.grpc()
        ? grpc(options, files, listener)
            .setAggregationTemporalitySelector(reader)
            .setDefaultAggregationSelector(reader)
            .build()
        : http(options, files, listener)
            .setAggregationTemporalitySelector(reader)
            .setDefaultAggregationSelector(reader)
            .build();
  }

  private static OtlpHttpMetricExporterBuilder http(
      OtlpOptions options, ClientFiles files, TransportListener listener) {
    OtlpHttpMetricExporterBuilder builder =
        OtlpHttpMetricExporter.builder()
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
    return builder;
  }

  private static OtlpGrpcMetricExporterBuilder grpc(
      OtlpOptions options, ClientFiles files, TransportListener listener) {
    OtlpGrpcMetricExporterBuilder builder =
        OtlpGrpcMetricExporter.builder()
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
    return builder;
  }
}
