package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.OtlpGrpcReceiver;
import dev.gossamer.testing.OtlpReceiver;
import dev.gossamer.testing.OtlpRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.TraceExpectation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans on their way out. */
final class ExportTest {
  private static final List<TraceExpectation> ONE_REQUEST =
      List.of(trace(span("GET /call").kind(SpanKind.SERVER).root()));

  @Nested
  final class OverHttp {
    @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

    @Test
    void spansAreSentToThePathOfTheSignalWithTheHeadersOfTheOperator() {
      AgentJvm jvm =
          AGENT.launch(
              Apps.smoke().env("OTEL_EXPORTER_OTLP_HEADERS", "api-key=se%20cret,x-tenant=shop"));

      jvm.callUnderSpan(null, "ok");

      AGENT.traces().exactly(ONE_REQUEST);
      assertThat(AGENT.receiver().requests())
          .allSatisfy(
              request -> {
                assertThat(request.path()).isEqualTo("/v1/traces");
                assertThat(request.header("content-type")).isEqualTo("application/x-protobuf");
                assertThat(request.header("api-key")).isEqualTo("se cret");
                assertThat(request.header("x-tenant")).isEqualTo("shop");
                assertThat(request.header("content-encoding")).isNull();
                assertThat(request.header("traceparent")).isNull();
              });
      assertThat(jvm.stderr()).noneMatch(line -> line.contains("cret"));
    }

    @Test
    void spansAreCompressedWhereThatIsWanted() {
      AgentJvm jvm = AGENT.launch(Apps.smoke().env("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"));

      jvm.callUnderSpan(null, "ok");

      AGENT.traces().exactly(ONE_REQUEST);
      OtlpRequest request = AGENT.receiver().requests().get(0);
      assertThat(request.header("content-encoding")).isEqualTo("gzip");
      assertThat(request.wireBytes()).isLessThan(request.body().length);
    }

    @Test
    void theEndpointOfTheSignalIsTakenAsItIs() {
      try (RecordingServer collector = RecordingServer.start()) {
        AgentJvm jvm =
            AGENT.launch(
                Apps.smoke()
                    .withoutFence()
                    .env("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector.url("/own/path")));

        jvm.callUnderSpan(null, "ok");

        assertThat(collector.awaitRequests(1, request -> true).get(0).path())
            .isEqualTo("/own/path");
        // While the collector is there: it may not have answered yet.
        assertThat(jvm.finish()).isZero();
      }
    }

    /** Every request is exported at once, so that exports and requests go on side by side. */
    @Test
    void theAgentsOwnRequestsAreNoSpans() {
      try (RecordingServer farEnd = RecordingServer.start()) {
        AgentJvm jvm =
            AGENT.launch(
                Apps.smoke()
                    .env("OTEL_BSP_SCHEDULE_DELAY", "1")
                    .env("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "1"));
        jvm.port();

        jvm.call("get-often", farEnd.url("/"), "50");

        TraceExpectation get = trace(span("GET").kind(SpanKind.CLIENT).root());
        AGENT.traces().exactly(Collections.nCopies(50, get));
        AGENT.traces().none();
        assertThat(AGENT.receiver().requests()).hasSizeGreaterThan(50);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "console"})
    void nothingIsSentToACollectorThatIsNotAsked(String exporter) {
      try (RecordingServer farEnd = RecordingServer.start()) {
        AgentJvmBuilder builder = Apps.smoke().withoutFence();
        AgentJvm jvm = AGENT.launch(builder.env("OTEL_TRACES_EXPORTER", exporter));
        jvm.port();

        assertThat(jvm.call("get", farEnd.url("/"))).isEqualTo("200");
        jvm.stop();

        String traceId = farEnd.requests().isEmpty() ? "" : traceId(farEnd);
        assertThat(AGENT.receiver().requests()).isEmpty();
        assertThat(jvm.stdout())
            .filteredOn(line -> !traceId.isEmpty() && line.contains(traceId))
            .hasSize(exporter.equals("console") ? 1 : 0);
      }
    }

    private static String traceId(RecordingServer farEnd) {
      String header = farEnd.requests().get(0).header("traceparent");
      return header == null ? "" : header.substring(3, 35);
    }
  }

  @Nested
  final class OverGrpc {
    @RegisterExtension
    static final AgentExtension AGENT =
        AgentExtension.perTest().exportingTo(OtlpGrpcReceiver::start);

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void spansArrive(String compression) {
      AgentJvm jvm =
          AGENT.launch(
              Apps.smoke()
                  .env("OTEL_EXPORTER_OTLP_COMPRESSION", compression)
                  .env("OTEL_EXPORTER_OTLP_HEADERS", "api-key=se%20cret"));

      jvm.callUnderSpan(null, "ok");

      AGENT.traces().exactly(ONE_REQUEST);
      OtlpRequest request = AGENT.receiver().requests().get(0);
      assertThat(request.header("api-key")).isEqualTo("se cret");
      assertThat(request.header("grpc-encoding"))
          .isEqualTo(compression.equals("gzip") ? "gzip" : null);
    }

    @Test
    void theAgentsOwnRequestsAreNoSpans() {
      AgentJvm jvm = AGENT.launch(Apps.smoke().env("OTEL_BSP_SCHEDULE_DELAY", "1"));

      for (int i = 0; i < 10; i++) {
        jvm.callUnderSpan(null, "ok");
      }

      AGENT.traces().exactly(Collections.nCopies(10, ONE_REQUEST.get(0)));
      AGENT.traces().none();
    }
  }

  /** The top question of the reference agent's users for years. */
  @Test
  void grpcSpokenToAnHttpPortIsNamedInOneLine() {
    try (OtlpReceiver http = OtlpReceiver.start()) {
      AgentJvm jvm =
          Apps.smoke()
              .env("OTEL_EXPORTER_OTLP_ENDPOINT", http.endpoint())
              .env("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
              .env("OTEL_EXPORTER_OTLP_TIMEOUT", "1000")
              .start();
      try (jvm) {
        assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
        String line = jvm.awaitErrorLine(text -> text.contains("cannot be exported"));
        assertThat(line).contains(http.endpoint()).contains("OTEL_EXPORTER_OTLP_PROTOCOL");
      }
    }
  }

  @Test
  void httpSpokenToAGrpcPortIsNamedInOneLine() {
    try (OtlpGrpcReceiver grpc = OtlpGrpcReceiver.start()) {
      AgentJvm jvm =
          Apps.smoke()
              .env("OTEL_EXPORTER_OTLP_ENDPOINT", grpc.endpoint())
              .env("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
              .env("OTEL_EXPORTER_OTLP_TIMEOUT", "1000")
              .start();
      try (jvm) {
        assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
        String line = jvm.awaitErrorLine(text -> text.contains("cannot be exported"));
        assertThat(line).contains(grpc.endpoint()).contains("OTEL_EXPORTER_OTLP_PROTOCOL");
      }
    }
  }
}
