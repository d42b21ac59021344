package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Answer;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.MetricRecord.Kind;
import dev.gossamer.testing.MetricRecord.PointRecord;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured, and how it gets to the collector. */
final class MetricsTest {
  private static final String SERVER_DURATION = "http.server.request.duration";
  private static final String CLIENT_DURATION = "http.client.request.duration";

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  private static RecordingServer farEnd;

  @BeforeAll
  static void startFarEnd() {
    farEnd =
        RecordingServer.start(
            request ->
                Response.of(
                    request.path().equals("/")
                        ? 200
                        : Integer.parseInt(request.path().substring(1)),
                    ""));
  }

  @AfterAll
  static void stopFarEnd() {
    farEnd.close();
  }

  private static AgentJvmBuilder measured() {
    return Apps.smoke().withoutFence().metrics().env("OTEL_METRIC_EXPORT_INTERVAL", "100");
  }

  @Test
  void theDurationOfARequestNamesItsTrace() {
    AgentJvm jvm = AGENT.launch(measured());

    assertThat(jvm.callUnderSpan(null, "get", farEnd.url("/"))).isEqualTo("200");

    List<SpanRecord> spans = AGENT.receiver().awaitSpans(2);
    AGENT.receiver().claimAll();
    MetricRecord server = counted(SERVER_DURATION, 1);
    assertThat(server.kind()).isEqualTo(Kind.HISTOGRAM);
    assertThat(server.unit()).isEqualTo("s");
    assertThat(server.description()).isEqualTo("Duration of HTTP server requests.");
    assertThat(server.cumulative()).isTrue();
    assertThat(server.resource()).containsEntry("service.name", "app-under-test");
    PointRecord point = server.points().get(0);
    assertThat(point.attributes())
        .isEqualTo(
            Map.of(
                "http.request.method", "GET",
                "http.response.status_code", 200L,
                "http.route", "/call",
                "network.protocol.version", "1.1",
                "url.scheme", "http"));
    assertThat(point.bounds())
        .containsExactly(
            0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
    SpanRecord span = of(SpanKind.SERVER, spans);
    double seconds = (span.endNanos() - span.startNanos()) / 1e9;
    assertThat(point.value()).isCloseTo(seconds, within(0.05));
    assertThat(point.exemplars())
        .extracting(it -> it.traceId() + " " + it.spanId())
        .containsExactly(span.traceId() + " " + span.spanId());

    PointRecord client = counted(CLIENT_DURATION, 1).points().get(0);
    assertThat(client.attributes())
        .isEqualTo(
            Map.of(
                "http.request.method", "GET",
                "http.response.status_code", 200L,
                "network.protocol.version", "1.1",
                "server.address", "localhost",
                "server.port", (long) farEnd.port()));
    SpanRecord clientSpan = of(SpanKind.CLIENT, spans);
    assertThat(client.exemplars())
        .extracting(it -> it.spanId())
        .containsExactly(clientSpan.spanId());
  }

  @Test
  void requestsOfTracesThatAreNotRecordedCountToo() {
    AgentJvm jvm = AGENT.launch(measured().env("OTEL_TRACES_SAMPLER", "always_off"));

    jvm.callUnderSpan(null, "ok");
    jvm.callUnderSpan(null, "ok");

    MetricRecord duration = counted(SERVER_DURATION, 2);
    assertThat(duration.points().get(0).exemplars()).isEmpty();
  }

  @Test
  void theJvmTellsOfItself() {
    AgentJvm jvm = AGENT.launch(measured().jvmArgs("-Xmx48m", "-Xmn8m"));

    MetricRecord used = metric("jvm.memory.used");
    assertThat(used.kind()).isEqualTo(Kind.SUM);
    assertThat(used.monotonic()).isFalse();
    assertThat(used.unit()).isEqualTo("By");
    assertThat(used.points())
        .extracting(point -> point.attributes().get("jvm.memory.type"))
        .contains("heap", "non_heap");
    assertThat(used.points()).allMatch(point -> point.value() > 0);
    assertThat(metric("jvm.memory.limit").points())
        .extracting(point -> point.attributes().get("jvm.memory.pool.name"))
        .hasSizeLessThan(used.points().size());
    metric("jvm.memory.committed");
    metric("jvm.memory.used_after_last_gc");
    metric("jvm.class.loaded");
    metric("jvm.class.unloaded");
    metric("jvm.class.count");
    MetricRecord threads = metric("jvm.thread.count");
    assertThat(threads.points())
        .allMatch(
            point ->
                point.attributes().keySet().equals(Set.of("jvm.thread.daemon", "jvm.thread.state")))
        .anyMatch(point -> Boolean.FALSE.equals(point.attributes().get("jvm.thread.daemon")));
    assertThat(metric("jvm.cpu.time").points().get(0).value()).isPositive();
    assertThat(metric("jvm.cpu.count").points().get(0).value())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(metric("jvm.cpu.recent_utilization").points().get(0).value()).isBetween(0.0, 1.0);
    jvm.call("collect");
    MetricRecord collections = metric("jvm.gc.duration");
    assertThat(collections.unit()).isEqualTo("s");
    assertThat(collections.points())
        .allMatch(
            point -> point.attributes().keySet().equals(Set.of("jvm.gc.name", "jvm.gc.action")));
  }

  @Test
  void deltasCountFromTheLastExport() {
    AgentJvm jvm =
        AGENT.launch(measured().env("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "delta"));

    jvm.callUnderSpan(null, "ok");
    MetricRecord first = counted(SERVER_DURATION, 1);
    assertThat(first.cumulative()).isFalse();
    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
    AGENT.receiver().clear();
    jvm.callUnderSpan(null, "ok");
    jvm.callUnderSpan(null, "ok");
    AGENT.receiver().awaitSpans(2);
    AGENT.receiver().claimAll();

    AGENT
        .receiver()
        .await(
            "two requests",
            () ->
                AGENT.receiver().metrics().stream()
                            .filter(it -> it.name().equals(SERVER_DURATION))
                            .flatMap(it -> it.points().stream())
                            .mapToLong(PointRecord::count)
                            .sum()
                        == 2
                    ? true
                    : null);
  }

  @Test
  void whatIsBeyondTheLimitOfAttributesIsCountedTogether() {
    AgentJvm jvm =
        AGENT.launch(
            measured()
                .env("OTEL_JAVA_METRICS_CARDINALITY_LIMIT", "2")
                .env("OTEL_INSTRUMENTATION_RUNTIME_TELEMETRY_ENABLED", "false"));

    for (int status = 200; status < 204; status++) {
      jvm.call("get", farEnd.url("/" + status));
    }
    AGENT.receiver().awaitSpans(4);
    AGENT.receiver().claimAll();

    MetricRecord duration = counted(CLIENT_DURATION, 4);
    assertThat(duration.points())
        .filteredOn(point -> point.attributes().equals(Map.of("otel.metric.overflow", true)))
        .singleElement()
        .satisfies(point -> assertThat(point.count()).isEqualTo(3));
    assertThat(duration.points()).hasSize(2);
    assertThat(AGENT.expectErrorLine(jvm, "cardinality")).contains(CLIENT_DURATION);
  }

  /** The last interval of a JVM is not lost. */
  @Test
  void whatWasMeasuredLastIsExportedAtTheEnd() {
    AgentJvm jvm = AGENT.launch(measured().env("OTEL_METRIC_EXPORT_INTERVAL", "3600000"));
    jvm.callUnderSpan(null, "ok");
    assertThat(AGENT.receiver().metrics()).isEmpty();

    assertThat(jvm.finish()).isZero();

    assertThat(counted(SERVER_DURATION, 1).points()).hasSize(1);
    AGENT.receiver().claimAll();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCollectorThatTakesNoMetricsIsNotAskedAgain(boolean asked) {
    AGENT.receiver().answer("metrics", Answer.status(404));
    AgentJvm jvm =
        AGENT.launch(asked ? measured() : measured().env("OTEL_METRICS_EXPORTER", "none"));

    jvm.callUnderSpan(null, "ok");
    if (asked) {
      String line = AGENT.expectErrorLine(jvm, "no more metrics");
      assertThat(line).contains(AGENT.receiver().endpoint(), "404");
    }
    jvm.callUnderSpan(null, "ok");

    AGENT.receiver().awaitSpans(2);
    AGENT.receiver().claimAll();
    jvm.finish();
    assertThat(AGENT.receiver().requests())
        .filteredOn(request -> request.signal().equals("metrics"))
        .hasSize(asked ? 1 : 0);
  }

  private static MetricRecord metric(String name) {
    return AGENT.receiver().awaitMetric(name, metric -> true);
  }

  /** The export in which a histogram has counted this many. */
  private static MetricRecord counted(String name, long count) {
    return AGENT
        .receiver()
        .awaitMetric(
            name, metric -> metric.points().stream().mapToLong(PointRecord::count).sum() == count);
  }

  private static SpanRecord of(SpanKind kind, List<SpanRecord> spans) {
    return spans.stream().filter(span -> span.kind() == kind).findFirst().orElseThrow();
  }
}
