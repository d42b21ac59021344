package dev.gossamer.testing;

import static dev.gossamer.testing.SpanKind.INTERNAL;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.assertTraces;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OtlpReceiverTest {
  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  private SdkTracerProvider sdk(String compression) {
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(receiver.endpoint() + "/v1/traces")
            .setCompression(compression)
            .setRetryPolicy(null);
    return SdkTracerProvider.builder()
        .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "s")))
        .addSpanProcessor(SimpleSpanProcessor.create(exporter.build()))
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void decodesWhatTheRealExporterSends(String compression) {
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.builder().put("k", "v").build());
    try (SdkTracerProvider sdk = sdk(compression)) {
      Span server =
          sdk.tracerBuilder("scope")
              .setInstrumentationVersion("1.2")
              .setSchemaUrl("http://schema")
              .build()
              .spanBuilder("server")
              .setSpanKind(io.opentelemetry.api.trace.SpanKind.SERVER)
              .setParent(Context.root().with(Span.wrap(remote)))
              .setAttribute("string", "text")
              .setAttribute("long", 7)
              .setAttribute("double", 0.5)
              .setAttribute("boolean", true)
              .setAttribute(AttributeKey.stringArrayKey("strings"), List.of("a", "b"))
              .addLink(remote)
              .startSpan();
      server.addEvent("event", Attributes.of(AttributeKey.longKey("n"), 1L));
      server.setStatus(StatusCode.ERROR, "broken");
      server.end();
    }
    SpanRecord received = receiver.awaitSpans(1).get(0);
    assertTraces(receiver)
        .exactly(
            trace(
                span("server")
                    .kind(SERVER)
                    .traceId("0af7651916cd43dd8448eb211c80319c")
                    .parent("b7ad6b7169203331")
                    .traceState("k=v")
                    .service("s")
                    .scope("scope")
                    .status(SpanStatus.ERROR)
                    .statusMessage("broken")
                    .attribute("string", "text")
                    .attribute("long", 7)
                    .attribute("double", 0.5)
                    .attribute("boolean", true)
                    .attribute("strings", List.of("a", "b"))
                    .noOtherAttributes()
                    .event("event", Map.of("n", 1))
                    .link("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")));
    assertThat(received.hasRemoteParent()).isTrue();
    assertThat(received.scopeVersion()).isEqualTo("1.2");
    assertThat(received.schemaUrl()).isEqualTo("http://schema");
    assertThat(received.endNanos()).isGreaterThanOrEqualTo(received.startNanos());
    OtlpRequest request = receiver.requests().get(0);
    assertThat(request.path()).isEqualTo("/v1/traces");
    assertThat(request.header("content-type")).isEqualTo("application/x-protobuf");
    assertThat(receiver.unclaimed()).isEmpty();
  }

  @Test
  void keepsNothingOfARefusedRequest() {
    receiver.answerNext(Answer.status(503));
    try (SdkTracerProvider sdk = sdk("none")) {
      for (String name : List.of("refused", "accepted")) {
        sdk.get("scope").spanBuilder(name).startSpan().end();
        sdk.forceFlush().join(10, TimeUnit.SECONDS);
      }
    }
    assertThat(receiver.awaitRequests(2)).extracting(OtlpRequest::signal).containsOnly("traces");
    assertThat(receiver.spans()).extracting(SpanRecord::name).containsExactly("accepted");
  }

  @Test
  void closesTheConnectionOnAReset() {
    receiver.answerNext(Answer.reset());
    RawHttp request = RawHttp.request("POST", "/v1/traces").body("");
    assertThatThrownBy(() -> request.send(receiver.port())).hasMessageContaining("ended");
    assertThat(request.send(receiver.port()).status()).isEqualTo(200);
    assertThat(receiver.requests()).hasSize(2);
  }

  @Test
  void answersAsScripted() throws IOException, InterruptedException {
    receiver.answer(
        Answer.partialSuccess(3, "too many")
            .withHeader("Retry-After", "7")
            .withDelay(Duration.ofMillis(1)));
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(receiver.endpoint() + "/v1/logs"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(response.body()).contains("too many");
    assertThat(receiver.problems()).isEmpty();
  }

  @Test
  void reportsWhatIsNotOtlp() throws IOException, InterruptedException {
    for (String path : List.of("/v1/traces", "/wrong")) {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(receiver.endpoint() + path))
                  .POST(HttpRequest.BodyPublishers.ofString("garbage"))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
    }
    assertThat(receiver.problems()).hasSize(2);
    assertThat(receiver.problems().get(1)).contains("/wrong");
  }

  @Test
  void printsWhatItHasWhenNothingMoreComes() {
    receiver.deadline(Duration.ofMillis(1));
    try (SdkTracerProvider sdk = sdk("none")) {
      sdk.get("scope").spanBuilder("only").startSpan().end();
      sdk.forceFlush().join(10, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> receiver.awaitSpans(2))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no 2 spans within 1 ms")
        .hasMessageContaining("INTERNAL \"only\"");
    assertTraces(receiver).exactly(trace(span("only").kind(INTERNAL).root()));
  }
}
