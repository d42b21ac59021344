package dev.gossamer.telemetry.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import org.junit.jupiter.api.Test;

final class TransportsTest {

  /** How the wiring passes the transports on. */
  @Test
  void theExportersOfTheSdkTakeTheTransportsFromTheLoader() {
    try (OtlpHttpSpanExporter http =
            OtlpHttpSpanExporter.builder()
                .setEndpoint("http://localhost:4318/v1/traces")
                .setComponentLoader(Transports.componentLoader())
                .build();
        OtlpGrpcSpanExporter grpc =
            OtlpGrpcSpanExporter.builder()
                .setEndpoint("http://localhost:4317")
                .setComponentLoader(Transports.componentLoader())
                .build()) {
      assertThat(http).extracting("delegate.httpSender").isInstanceOf(HttpSocketSender.class);
      assertThat(grpc).extracting("delegate.grpcSender").isInstanceOf(GrpcSocketSender.class);
    }
  }

  @Test
  void theLoaderHasNothingElse() {
    ComponentLoader loader = Transports.componentLoader();
    assertThat(loader.load(HttpSenderProvider.class)).hasSize(1);
    assertThat(loader.load(GrpcSenderProvider.class)).hasSize(1);
    assertThat(loader.load(Compressor.class)).isEmpty();
  }
}
