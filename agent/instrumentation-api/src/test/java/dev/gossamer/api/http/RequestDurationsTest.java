package dev.gossamer.api.http;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing is sampled here: durations are of all requests. */
final class RequestDurationsTest {
  private static final InMemoryMetricReader READER = InMemoryMetricReader.create();

  @BeforeAll
  static void install() {
    Telemetry.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(READER).build())
            .build());
  }

  @Test
  void countsServerRequestsThatAreNotSampledByRoute() {
    HttpServerTracing<Exchange, Exchange> tracing =
        new HttpServerTracing<>("server-test", new ExchangeServerAdapter());
    for (String method : new String[] {"GET", "GET", "FOO"}) {
      Exchange exchange = new Exchange(method, "/owners/7", method.equals("FOO") ? 500 : 200);
      HttpServerSpan span = requireNonNull(tracing.start(exchange));
      span.route("/owners/{id}");
      tracing.end(span, exchange, exchange, null);
      tracing.end(span, exchange, exchange, null);
    }
    MetricData metric = metric("server-test", "http.server.request.duration");
    assertThat(metric.getUnit()).isEqualTo("s");
    assertThat(metric.getDescription()).isEqualTo("Duration of HTTP server requests.");
    Attributes known =
        Attributes.builder()
            .put(stringKey("http.request.method"), "GET")
            .put(longKey("http.response.status_code"), 200)
            .put(stringKey("http.route"), "/owners/{id}")
            .put(stringKey("network.protocol.version"), "1.1")
            .put(stringKey("url.scheme"), "http")
            .build();
    Attributes failed =
        known.toBuilder()
            .put(stringKey("http.request.method"), "_OTHER")
            .put(longKey("http.response.status_code"), 500)
            .put(stringKey("error.type"), "500")
            .build();
    assertThat(metric.getHistogramData().getPoints())
        .extracting(HistogramPointData::getAttributes)
        .containsExactlyInAnyOrder(known, failed);
    assertThat(point(metric, known).getCount()).isEqualTo(2);
    assertThat(point(metric, known).getBoundaries())
        .containsExactly(
            0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
  }

  @Test
  void saysOfAServerRequestThatItsClientWentAway() {
    HttpServerTracing<Exchange, Exchange> tracing =
        new HttpServerTracing<>("disconnect-test", new ExchangeServerAdapter());
    Exchange exchange = new Exchange("GET", "/slow", 0);
    tracing.disconnected(requireNonNull(tracing.start(exchange)), exchange, null);
    MetricData metric = metric("disconnect-test", "http.server.request.duration");
    assertThat(metric.getHistogramData().getPoints())
        .singleElement()
        .satisfies(
            point ->
                assertThat(point.getAttributes().get(stringKey("error.type")))
                    .isEqualTo("client_disconnected"));
  }

  @Test
  void countsClientRequestsByServer() {
    HttpClientTracing<Exchange, Exchange> tracing =
        new HttpClientTracing<>("client-test", new ExchangeClientAdapter());
    Exchange exchange = new Exchange("PUT", "/owners", 404);
    tracing.end(requireNonNull(tracing.start(exchange)), exchange, exchange, null);
    MetricData metric = metric("client-test", "http.client.request.duration");
    assertThat(metric.getDescription()).isEqualTo("Duration of HTTP client requests.");
    assertThat(metric.getHistogramData().getPoints())
        .extracting(HistogramPointData::getAttributes)
        .containsExactly(
            Attributes.builder()
                .put(stringKey("http.request.method"), "PUT")
                .put(longKey("http.response.status_code"), 404)
                .put(stringKey("error.type"), "404")
                .put(stringKey("network.protocol.version"), "1.1")
                .put(stringKey("server.address"), "shop.example")
                .put(longKey("server.port"), 443)
                .build());
  }

  private static MetricData metric(String instrumentation, String name) {
    String scope = "dev.gossamer." + instrumentation;
    return READER.collectAllMetrics().stream()
        .filter(m -> m.getName().equals(name))
        .filter(m -> m.getInstrumentationScopeInfo().getName().equals(scope))
        .findFirst()
        .orElseThrow();
  }

  private static HistogramPointData point(MetricData metric, Attributes attributes) {
    return metric.getHistogramData().getPoints().stream()
        .filter(p -> p.getAttributes().equals(attributes))
        .findFirst()
        .orElseThrow();
  }
}
