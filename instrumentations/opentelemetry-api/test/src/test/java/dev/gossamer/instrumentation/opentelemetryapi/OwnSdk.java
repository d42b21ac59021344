package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.OpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The SDK that an application brings, as its documentation says. */
final class OwnSdk {
  private OwnSdk() {}

  /** Sends to the endpoint and sets itself as the global one. */
  static OpenTelemetrySdk register(String endpoint) {
    OpenTelemetrySdkBuilder builder = OpenTelemetrySdk.builder();
    if (hasLogs()) {
      OwnLogs.add(builder, endpoint);
    }
    return builder
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(
                    BatchSpanProcessor.builder(
                            OtlpHttpSpanExporter.builder()
                                .setEndpoint(endpoint + "/v1/traces")
                                .build())
                        .setScheduleDelay(Duration.ofMillis(10))
                        .build())
                .build())
        .setMeterProvider(
            SdkMeterProvider.builder()
                .registerMetricReader(
                    PeriodicMetricReader.create(
                        OtlpHttpMetricExporter.builder()
                            .setEndpoint(endpoint + "/v1/metrics")
                            .build()))
                .build())
        .setPropagators(
            ContextPropagators.create(
                TextMapPropagator.composite(
                    W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
        .buildAndRegisterGlobal();
  }

  private static boolean hasLogs() {
    return OwnSdk.class.getResource(
            "/io/opentelemetry/exporter/otlp/http/logs/OtlpHttpLogRecordExporter.class")
        != null;
  }

  static void shutDown(OpenTelemetrySdk sdk) {
    sdk.getSdkTracerProvider().shutdown().join(10, TimeUnit.SECONDS);
    sdk.getSdkMeterProvider().shutdown().join(10, TimeUnit.SECONDS);
    if (hasLogs()) {
      OwnLogs.shutDown(sdk);
    }
  }
}
