package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import dev.gossamer.telemetry.transport.TransportListener;
import dev.gossamer.telemetry.transport.Transports;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The SDK's OTLP exporters of spans, where there are extensions: these know and change them. */
final class OtlpSpanExporters {
  private OtlpSpanExporters() {}

  static SpanExporter of(OtlpOptions options, TransportListener listener) {
    ClientFiles files = ClientFiles.of(options);
    return options.grpc() ? grpc(options, files, listener) : http(options, files, listener);
  }

  private static SpanExporter http(
      OtlpOptions options, ClientFiles files, TransportListener listener) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
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

  private static SpanExporter grpc(
      OtlpOptions options, ClientFiles files, TransportListener listener) {
    OtlpGrpcSpanExporterBuilder builder =
        OtlpGrpcSpanExporter.builder()
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
