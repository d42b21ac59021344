package dev.gossamer.smoke.pipeline;

import static dev.gossamer.smoke.pipeline.CentralCollector.SLOW_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.LogRecord;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.SpanStatus;
import dev.gossamer.testing.TraceRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services with the operator's environment, a sidecar for each, the collector in the middle
 * that measures all traces and keeps some, and what arrives behind it.
 */
@Tag("any-java")
final class PipelineTest {
  private static final String FRONT = "front";
  private static final String ORDERS = "orders";

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  private static final List<AutoCloseable> COLLECTORS = new ArrayList<>();
  private static final OperatorEnvironment[] ENVIRONMENTS = new OperatorEnvironment[2];

  private static CentralCollector central;
  private static AgentJvm front;
  private static AgentJvm orders;

  @BeforeAll
  static void startEverything() {
    AGENT.receiver().deadline(Duration.ofSeconds(60));
    central = new CentralCollector(folder, AGENT.receiver());
    COLLECTORS.add(central.start());
    orders = AGENT.share(Services.service(environment(1, ORDERS).expanded()));
    String next = "http://127.0.0.1:" + orders.port();
    front = AGENT.share(Services.service(environment(0, FRONT).expanded(), next));
    // What comes first loads classes, and is slower than any threshold on some machine.
    assertThat(Services.get(front.port(), "/orders", Services.newTraceId())).isEqualTo(200);
  }

  private static OperatorEnvironment environment(int index, String service) {
    Collector sidecar =
        new Collector("sidecar.yaml", folder)
            .listening("GRPC_PORT", "HTTP_PORT")
            .with("CENTRAL", "http://127.0.0.1:" + central.port());
    COLLECTORS.add(sidecar.start());
    String endpoint = "http://$(OTEL_NODE_IP):" + sidecar.port("HTTP_PORT");
    ENVIRONMENTS[index] =
        OperatorEnvironment.of(service, service, Services.agent().toString(), endpoint);
    return ENVIRONMENTS[index];
  }

  @AfterEach
  void claimWhatIsNotOfInterest() {
    AGENT.receiver().claimAll();
  }

  @AfterAll
  static void stopEverything() throws Exception {
    // Null where the tests are skipped.
    if (front != null && orders != null) {
      front.stop();
      orders.stop();
    }
    for (int i = COLLECTORS.size() - 1; i >= 0; i--) {
      COLLECTORS.get(i).close();
    }
  }

  @Test
  void aTraceThroughBothArrivesConnectedWithItsLogsAndItsPods() {
    String traceId = Services.send(front.port(), "/broken");

    TraceRecord trace = awaitTrace(traceId, 3);
    SpanRecord entry = span(trace, FRONT, SpanKind.SERVER);
    SpanRecord call = span(trace, FRONT, SpanKind.CLIENT);
    SpanRecord answer = span(trace, ORDERS, SpanKind.SERVER);
    assertThat(entry.name()).isEqualTo("GET /broken");
    assertThat(call.parentSpanId()).isEqualTo(entry.spanId());
    assertThat(answer.parentSpanId()).isEqualTo(call.spanId());
    assertThat(trace.spans()).allMatch(span -> span.status() == SpanStatus.ERROR);

    assertThat(entry.resource()).containsAllEntriesOf(ENVIRONMENTS[0].resource());
    assertThat(answer.resource()).containsAllEntriesOf(ENVIRONMENTS[1].resource());
    assertThat(trace.spans())
        .allMatch(span -> "tests".equals(span.resource().get("k8s.cluster.name")));

    for (SpanRecord span : List.of(entry, answer)) {
      LogRecord line =
          AGENT
              .receiver()
              .awaitLog(log -> log.spanId().equals(span.spanId()) && log.traceId().equals(traceId));
      assertThat(line.body()).isEqualTo("asked for /broken");
      assertThat(line.resource()).isEqualTo(span.resource());
    }
    central.awaitInFile(entry.spanId() + ".*GET /broken");
    central.awaitInFile("asked for /broken.*" + entry.spanId());
  }

  @Test
  void aSlowTraceIsKeptAndFastOnesAreOnlyMeasured() {
    List<String> fast = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      long start = System.nanoTime();
      String traceId = Services.send(front.port(), "/orders");
      // Longer than its spans: what took no time here is fast by any clock.
      if (System.nanoTime() - start < Duration.ofMillis(SLOW_MILLIS).toNanos()) {
        fast.add(traceId);
      }
    }
    assertThat(fast).isNotEmpty();
    Services.send(front.port(), "/health");
    String slow = Services.send(front.port(), "/slow?" + (SLOW_MILLIS + 100));

    // It began later: when it is here, all that is kept of the others is.
    awaitTrace(slow, 3);
    assertThat(AGENT.receiver().spans())
        .extracting(SpanRecord::traceId)
        .doesNotContainAnyElementsOf(fast);

    central.awaitSeries(series("traces_span_metrics_calls_total", ORDERS, "GET /slow", "1"));
    central.awaitSeries(series("traces_span_metrics_calls_total", ORDERS, "GET /orders", "11"));
    String duration = "traces_span_metrics_duration_milliseconds_count";
    assertThat(central.awaitSeries(series(duration, FRONT, "GET /orders", "11")))
        .doesNotContain("GET /health");
    for (String traceId : fast) {
      AGENT.receiver().awaitLog(log -> log.traceId().equals(traceId));
    }
  }

  @Test
  void whatTheAgentMeasuresReachesPrometheus() {
    AGENT
        .receiver()
        .awaitMetric(
            "http.server.request.duration",
            it -> it.resource().entrySet().containsAll(ENVIRONMENTS[0].resource().entrySet()));
    central.awaitSeries("jvm_memory_used_bytes\\{.*job=\"shop/orders\"");
    central.awaitSeries("http_server_request_duration_seconds_count\\{.*http_route=\"/orders\"");
  }

  /** A line of Prometheus's text; labels are in the order of the alphabet. */
  private static String series(String name, String service, String span, String value) {
    return name
        + "\\{.*service_name=\""
        + service
        + "\".*span_kind=\"SPAN_KIND_SERVER\",span_name=\""
        + span
        + "\".*} "
        + value
        + "\\n";
  }

  private static TraceRecord awaitTrace(String traceId, int spans) {
    return AGENT
        .receiver()
        .awaitTrace(it -> it.traceId().equals(traceId) && it.spans().size() == spans);
  }

  private static SpanRecord span(TraceRecord trace, String service, SpanKind kind) {
    return trace.spans().stream()
        .filter(span -> span.serviceName().equals(service) && span.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
