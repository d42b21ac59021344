package dev.gossamer.api.http;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is exported of requests of either side. */
final class RecordedSpansTest {
  private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();
  private static final InMemoryMetricReader METRICS = InMemoryMetricReader.create();
  private static final long EARLIER_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Exchange exchange = new Exchange("GET", "/owners/7", 200);

  @BeforeAll
  static void install() {
    Telemetry.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(SPANS))
                    .build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(METRICS).build())
            .build());
  }

  @BeforeEach
  void forget() {
    SPANS.reset();
  }

  @Test
  void aServerSpanBeginsWhenItsRequestDid() {
    HttpServerTracing<Exchange, Exchange> tracing =
        new HttpServerTracing<>("earlier-server", new ExchangeServerAdapter());
    HttpServerSpan span =
        requireNonNull(tracing.start(exchange, System.nanoTime() - EARLIER_NANOS));
    tracing.end(span, exchange, exchange, null);
    assertBeganEarlier("earlier-server");
  }

  @Test
  void aClientSpanBeginsWhenItsRequestDid() {
    HttpClientTracing<Exchange, Exchange> tracing =
        new HttpClientTracing<>("earlier-client", new ExchangeClientAdapter());
    HttpClientSpan span =
        requireNonNull(
            tracing.start(Context.root(), exchange, 0, System.nanoTime() - EARLIER_NANOS));
    tracing.end(span, exchange, exchange, null);
    assertBeganEarlier("earlier-client");
  }

  /** A server may use the answer's objects again before it says that the answer has ended. */
  @Test
  void aServerSpanEndsThoughItsAnswerCannotBeRead() {
    HttpServerTracing<Exchange, Exchange> tracing =
        new HttpServerTracing<>(
            "unreadable-server",
            new ExchangeServerAdapter() {
              @Override
              public int status(Exchange request, @Nullable Exchange response) {
                throw new IllegalStateException("used again");
              }
            });
    HttpServerSpan span = requireNonNull(tracing.start(exchange));
    assertThatThrownBy(() -> tracing.end(span, exchange, exchange, null)).hasMessage("used again");
    assertThat(span().getName()).isEqualTo("GET");
  }

  @Test
  void aClientSpanEndsThoughItsAnswerCannotBeRead() {
    HttpClientTracing<Exchange, Exchange> tracing =
        new HttpClientTracing<>(
            "unreadable-client",
            new ExchangeClientAdapter() {
              @Override
              public int status(Exchange request, @Nullable Exchange response) {
                throw new IllegalStateException("used again");
              }
            });
    HttpClientSpan span = requireNonNull(tracing.start(Context.root(), exchange, 0));
    assertThatThrownBy(() -> tracing.end(span, exchange, exchange, null)).hasMessage("used again");
    assertThat(span().getName()).isEqualTo("GET");
  }

  @Test
  void recordsTheExceptionOfTheApplicationNotItsWrapper() {
    HttpServerTracing<Exchange, Exchange> tracing =
        new HttpServerTracing<>("wrapped", new ExchangeServerAdapter());
    HttpServerSpan span = requireNonNull(tracing.start(exchange));
    span.failed(new CompletionException(new IllegalStateException("own")));
    tracing.end(span, exchange, exchange, null);
    assertThat(span().getEvents())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getAttributes().get(stringKey("exception.type")))
                    .isEqualTo("java.lang.IllegalStateException"));
  }

  private static SpanData span() {
    assertThat(SPANS.getFinishedSpanItems()).hasSize(1);
    return SPANS.getFinishedSpanItems().get(0);
  }

  private static void assertBeganEarlier(String instrumentation) {
    SpanData span = span();
    assertThat(span.getEndEpochNanos() - span.getStartEpochNanos())
        .isGreaterThanOrEqualTo(EARLIER_NANOS);
    assertThat(METRICS.collectAllMetrics())
        .filteredOn(
            it ->
                it.getInstrumentationScopeInfo()
                    .getName()
                    .equals("dev.gossamer." + instrumentation))
        .singleElement()
        .satisfies(
            metric ->
                assertThat(metric.getHistogramData().getPoints())
                    .singleElement()
                    .satisfies(point -> assertThat(point.getSum()).isGreaterThanOrEqualTo(60)));
  }
}
