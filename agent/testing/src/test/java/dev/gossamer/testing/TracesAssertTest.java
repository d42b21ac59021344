package dev.gossamer.testing;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.assertTraces;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TracesAssertTest {
  private final OtlpReceiver receiver = OtlpReceiver.start();
  private final SdkTracerProvider sdk =
      SdkTracerProvider.builder()
          .addSpanProcessor(
              SimpleSpanProcessor.create(
                  OtlpHttpSpanExporter.builder()
                      .setEndpoint(receiver.endpoint() + "/v1/traces")
                      .build()))
          .build();

  /** Two traces: a server span with two clients below it, and a failed one. */
  @BeforeEach
  void export() {
    receiver.deadline(Duration.ofSeconds(10));
    Span server = start("GET /x", io.opentelemetry.api.trace.SpanKind.SERVER, Context.root());
    server.setAttribute("http.route", "/x");
    Context under = Context.root().with(server);
    start("a", io.opentelemetry.api.trace.SpanKind.CLIENT, under).end();
    start("b", io.opentelemetry.api.trace.SpanKind.CLIENT, under).end();
    server.end();
    Span failed = start("failed", io.opentelemetry.api.trace.SpanKind.SERVER, Context.root());
    failed.setStatus(StatusCode.ERROR);
    failed.recordException(new IllegalStateException("why"));
    failed.end();
    receiver.awaitSpans(4);
    receiver.deadline(Duration.ofMillis(1));
  }

  @AfterEach
  void close() {
    sdk.close();
    receiver.close();
  }

  private Span start(String name, io.opentelemetry.api.trace.SpanKind kind, Context parent) {
    return sdk.get("s").spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
  }

  private static SpanExpectation failed() {
    return span("failed")
        .status(SpanStatus.ERROR)
        .exception("java.lang.IllegalStateException", "why");
  }

  private static SpanExpectation server() {
    return span("GET /x").kind(SERVER).root().attribute("http.route", "/x").noOtherAttributes();
  }

  @Test
  void acceptsTracesAndSpansInAnyOrderAndReturnsThemAsExpected() {
    List<TraceRecord> traces =
        assertTraces(receiver)
            .exactly(
                trace(failed()),
                trace(
                    span("b").kind(CLIENT).childOf(2),
                    span("a").kind(CLIENT).childOf(2),
                    server()));
    assertThat(traces.get(0).spans()).extracting(SpanRecord::name).containsExactly("failed");
    assertThat(traces.get(1).spans())
        .extracting(SpanRecord::name)
        .containsExactly("b", "a", "GET /x");
    assertThat(receiver.unclaimed()).isEmpty();
    assertTraces(receiver).none();
  }

  @Test
  void failsOnASpanTooMany() {
    assertFails(
        () ->
            assertTraces(receiver)
                .exactly(trace(failed()), trace(server(), span("a").kind(CLIENT).childOf(0))),
        "expected 2 spans but it has 3",
        "      CLIENT \"b\"");
  }

  @Test
  void failsOnASpanTooFew() {
    assertFails(
        () ->
            assertTraces(receiver)
                .exactly(
                    trace(failed()),
                    trace(server(), span("a").childOf(0), span("b").childOf(0), span("c"))),
        "expected 4 spans but it has 3",
        "span 3: expected name \"c\"");
  }

  @Test
  void failsOnAnAttributeThatDiffers() {
    assertFails(
        () ->
            assertTraces(receiver)
                .exactly(
                    trace(failed()),
                    trace(
                        span("GET /x").attribute("http.route", "/y").hasAttributes("url.path"),
                        span("a"),
                        span("b"))),
        "expected http.route \"/y\" but was \"/x\"; expected url.path present but was absent");
  }

  @Test
  void failsOnAnAttributeNobodyMentioned() {
    assertFails(
        () ->
            assertTraces(receiver)
                .exactly(
                    trace(failed()),
                    trace(span("GET /x").noOtherAttributes(), span("a"), span("b"))),
        "no other attributes but had [http.route]");
  }

  @Test
  void failsOnAWrongParent() {
    assertFails(
        () ->
            assertTraces(receiver)
                .exactly(
                    trace(failed()), trace(server(), span("a").childOf(0), span("b").childOf(1))),
        "the spans fit one by one; their parents");
  }

  @Test
  void failsOnAnErrorNobodyMentioned() {
    assertFails(
        () ->
            assertTraces(receiver)
                .exactly(trace(span("failed")), trace(server(), span("a"), span("b"))),
        "expected status UNSET but was ERROR",
        "expected events [] but were");
  }

  @Test
  void failsOnASpanWhereNoneIsExpected() {
    assertFails(() -> assertTraces(receiver).none(), "expected no span", "CLIENT \"a\"");
  }

  private static void assertFails(ThrowingCallable assertion, String... messages) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(messages);
  }
}
