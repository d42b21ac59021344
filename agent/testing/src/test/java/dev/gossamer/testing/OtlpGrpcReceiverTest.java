package dev.gossamer.testing;

import static dev.gossamer.testing.SpanKind.INTERNAL;
import static dev.gossamer.testing.Traces.assertTraces;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OtlpGrpcReceiverTest {

  private static void export(OtlpGrpcReceiver receiver, String compression, String... names) {
    try (SdkTracerProvider sdk =
        SdkTracerProvider.builder()
            .addSpanProcessor(
                SimpleSpanProcessor.create(
                    OtlpGrpcSpanExporter.builder()
                        .setEndpoint(receiver.endpoint())
                        .setCompression(compression)
                        .addHeader("api-key", "secret")
                        .setRetryPolicy(null)
                        .build()))
            .build()) {
      for (String name : names) {
        sdk.get("scope").spanBuilder(name).startSpan().end();
        sdk.forceFlush().join(10, TimeUnit.SECONDS);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void decodesWhatTheRealExporterSends(String compression) {
    try (OtlpGrpcReceiver receiver = OtlpGrpcReceiver.start()) {
      export(receiver, compression, "work");
      assertTraces(receiver).exactly(trace(span("work").kind(INTERNAL).root()));
      OtlpRequest request = receiver.requests().get(0);
      assertThat(request.path())
          .isEqualTo("/opentelemetry.proto.collector.trace.v1.TraceService/Export");
      assertThat(request.header("api-key")).isEqualTo("secret");
    }
  }

  @Test
  void keepsNothingOfARefusedRequest() {
    try (OtlpGrpcReceiver receiver = OtlpGrpcReceiver.start()) {
      receiver.answerNext(Answer.grpcStatus(14), Answer.status(429), Answer.partialSuccess(0, "w"));
      export(receiver, "none", "unavailable", "exhausted", "accepted");
      assertThat(receiver.awaitRequests(3)).hasSize(3);
      assertThat(receiver.spans()).extracting(SpanRecord::name).containsExactly("accepted");
    }
  }
}
