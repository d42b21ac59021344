package dev.gossamer.api.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** From what a library answers to the names of before the stable conventions, by a table. */
final class LegacyHttpTest {
  private static final InMemoryMetricReader READER = InMemoryMetricReader.create();
  private static final AtomicInteger SCOPES = new AtomicInteger();

  @BeforeAll
  static void install() {
    Telemetry.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(InMemorySpanExporter.create()))
                    .build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(READER).build())
            .build());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "legacy.tsv", delimiter = '\t', nullValues = "-", numLinesToSkip = 1)
  void isDescribedAsBefore(String side, String given, String span, String metric) {
    String scope = "legacy-" + SCOPES.incrementAndGet();
    Map<String, String> facts = facts(given);
    Map<String, String> described =
        side.equals("server") ? server(scope, facts) : client(scope, facts);
    assertThat(described).isEqualTo(facts(span));
    MetricData duration = metric(scope);
    assertThat(duration.getName()).isEqualTo("http." + side + ".duration");
    assertThat(duration.getUnit()).isEqualTo("ms");
    assertThat(duration.getHistogramData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(text(point.getAttributes())).isEqualTo(facts(metric)));
  }

  private static Map<String, String> server(String scope, Map<String, String> facts) {
    TableServerAdapter adapter = new TableServerAdapter();
    LegacyHttpServer legacy = new LegacyHttpServer(scope);
    SpanBuilder builder = Telemetry.tracer(scope, HttpAttributes.SCHEMA_URL).spanBuilder("GET");
    String host = facts.get("host");
    Attributes measured =
        legacy.begin(
            builder,
            adapter,
            facts,
            adapter.scheme(facts),
            host == null ? Authority.NONE : Authority.of(host),
            facts.get("client"));
    HttpServerSpan span =
        new HttpServerSpan(
            builder.startSpan(), Context.root(), "GET", System.nanoTime(), null, measured);
    legacy.end(span.span(), adapter, facts, facts, adapter.status(facts, facts));
    legacy.record(span, adapter.route(facts, facts), adapter.status(facts, facts));
    return attributes(span.span());
  }

  private static Map<String, String> client(String scope, Map<String, String> facts) {
    TableClientAdapter adapter = new TableClientAdapter();
    LegacyHttpClient legacy = new LegacyHttpClient(scope);
    SpanBuilder builder = Telemetry.tracer(scope, HttpAttributes.SCHEMA_URL).spanBuilder("GET");
    String url = adapter.url(facts);
    Authority server = url == null ? Authority.NONE : Urls.authority(url, Authority.NONE);
    int status = adapter.status(facts, facts);
    String version = Protocols.version(adapter.protocol(facts, facts));
    int resendCount = Integer.parseInt(facts.getOrDefault("resend", "0"));
    legacy.begin(builder, adapter, facts, url, server, resendCount);
    HttpClientSpan span =
        new HttpClientSpan(builder.startSpan(), Context.root(), System.nanoTime());
    legacy.end(span.span(), adapter, facts, facts, status, version);
    legacy.record(span, adapter.method(facts), url, server, status, version);
    return attributes(span.span());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -1",
        "'', -1",
        "' 12 ', 12",
        "0, 0",
        "999999999999999999, 999999999999999999",
        "9999999999999999999, -1",
        "-5, -1",
        "+5, -1",
        "5x, -1",
        "'1, 2', -1",
        "٣, -1",
      })
  void aContentLengthIsANumberOrNothing(@Nullable String header, long length) {
    assertThat(LegacyHttpAttributes.length(header)).isEqualTo(length);
  }

  private static Map<String, String> facts(@Nullable String text) {
    return Arrays.stream(text == null ? new String[0] : text.split(" "))
        .map(fact -> fact.split("=", 2))
        .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1], (a, b) -> b, TreeMap::new));
  }

  private static Map<String, String> attributes(Span span) {
    return text(((ReadableSpan) span).getAttributes());
  }

  private static Map<String, String> text(Attributes attributes) {
    Map<String, String> text = new TreeMap<>();
    attributes.forEach((key, value) -> text.put(key.getKey(), value.toString()));
    return text;
  }

  private static MetricData metric(String instrumentation) {
    return requireNonNull(
        READER.collectAllMetrics().stream()
            .filter(
                metric ->
                    metric
                        .getInstrumentationScopeInfo()
                        .getName()
                        .equals("dev.gossamer." + instrumentation))
            .findFirst()
            .orElse(null));
  }
}
