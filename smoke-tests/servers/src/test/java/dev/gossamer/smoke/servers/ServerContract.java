package dev.gossamer.smoke.servers;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.LogRecord;
import dev.gossamer.testing.OtlpReceiver;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.TraceRecord;
import dev.gossamer.testing.Traces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A server lives twice, first without the agent and then with it in {@code JAVA_TOOL_OPTIONS}, so
 * in every JVM of its scripts, too: nothing may differ but that there is telemetry.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerContract {
  /** What a machine that does something else meanwhile may make of the same stop. */
  private static final Duration ALLOWANCE = Duration.ofSeconds(20);

  /** What a container writes of an application that it could not get rid of. */
  private static final List<String> LEAKS =
      List.of("appears to have started a thread", "but failed to remove it", "memory leak");

  /** Of every JVM: it starts sooner, and keeps nothing that only soft references hold. */
  private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:SoftRefLRUPolicyMSPerMB=0";

  private static final String AGENT = "-javaagent:" + System.getProperty("gossamer.jar");

  private final OtlpReceiver receiver = OtlpReceiver.start();
  private ServerRun without;
  private ServerRun with;

  abstract Server server() throws IOException;

  /** What the server answers itself, besides what the application's servlet answers. */
  List<String> answeredByTheServer() {
    return List.of(ServerRun.FILE, ServerRun.MISSING, ServerRun.HIDDEN, ServerRun.ELSEWHERE);
  }

  /** The requests that the command makes that looks after the server, if it serves them itself. */
  List<TraceExpectation> tracesOfLookingAfter() {
    return List.of();
  }

  /** Whether a line is there because of the agent, and has to be. */
  boolean isAsConfigured(LogLine line) {
    return false;
  }

  Path javaHome() {
    return Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));
  }

  @BeforeAll
  void live() throws IOException, InterruptedException {
    Server server = server();
    Path folder = Path.of("target", "runs", getClass().getSimpleName()).toAbsolutePath();
    without =
        ServerRun.of(
            server, folder.resolve("without"), javaHome(), Map.of("JAVA_TOOL_OPTIONS", OPTIONS));
    with = ServerRun.of(server, folder.resolve("with"), javaHome(), operatorsSettings());
  }

  private Map<String, String> operatorsSettings() {
    return Map.of(
        // Often, so that it measures while the server starts: nothing may be set up too early.
        "OTEL_METRIC_EXPORT_INTERVAL",
        "500",
        "JAVA_TOOL_OPTIONS",
        AGENT + " " + OPTIONS,
        "OTEL_SERVICE_NAME",
        "shop",
        "OTEL_RESOURCE_ATTRIBUTES",
        "deployment.environment.name=smoke",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        receiver.endpoint(),
        "GOSSAMER_HTTP_SERVER_EXCLUDE",
        ServerRun.VERSION);
  }

  @AfterAll
  void close() {
    receiver.close();
  }

  @Test
  void itAnswersAsWithoutTheAgent() {
    assertThat(with.answers())
        .isEqualTo(without.answers())
        .containsExactly(
            "200 tea 3.50 of version 1",
            "200 hello\n",
            "404",
            "404",
            "404",
            "200 tea 3.50 of version 2");
  }

  @Test
  void everyRequestIsOneTrace() {
    List<TraceExpectation> expected = new ArrayList<>();
    for (int version = 1; version <= 2; version++) {
      expected.add(trace(database().root()));
      expected.add(
          trace(
              server("GET /shop/items/*")
                  .root()
                  .attribute("http.route", "/shop/items/*")
                  .attribute("url.path", ServerRun.ITEM)
                  .attribute("http.response.status_code", 200),
              database().childOf(0),
              span("GET").kind(CLIENT).service("shop").childOf(0),
              server("GET /shop/price").childOf(2).attribute("http.route", "/shop/price")));
    }
    for (String path : answeredByTheServer()) {
      expected.add(
          trace(
              server("GET")
                  .root()
                  .attribute("url.path", path)
                  .attribute("http.response.status_code", path.equals(ServerRun.FILE) ? 200 : 404)
                  .noAttributes("http.route", "error.type")));
    }
    expected.addAll(tracesOfLookingAfter());
    Traces.assertTraces(receiver).exactly(expected);
    assertThat(receiver.problems()).isEmpty();
  }

  @Test
  void everySpanSaysWhereItComesFrom() {
    assertThat(receiver.spans())
        .isNotEmpty()
        .allSatisfy(
            span ->
                assertThat(span.resource())
                    .containsEntry("service.name", "shop")
                    .containsEntry("deployment.environment.name", "smoke")
                    .containsEntry("telemetry.sdk.language", "java")
                    .containsKeys("process.pid", "os.type", "host.name"));
  }

  @Test
  void theApplicationsLogRecordsNameTheirSpan() {
    List<String> spans =
        receiver.traces().stream()
            .map(TraceRecord::spans)
            .flatMap(List::stream)
            .filter(span -> ServerRun.ITEM.equals(span.attribute("url.path")))
            .map(SpanRecord::spanId)
            .toList();
    List<LogRecord> records =
        receiver.logs().stream()
            .filter(record -> record.scope().startsWith("org.example.shop."))
            .toList();

    assertThat(records).extracting(LogRecord::spanId).containsExactlyInAnyOrderElementsOf(spans);
    assertThat(records).extracting(LogRecord::body).containsOnly("asked for item 42");
    assertThat(spans).hasSize(2);
  }

  @Test
  void requestsAreMeasured() {
    receiver.awaitMetric(
        "http.server.request.duration",
        metric ->
            "shop".equals(metric.resource().get("service.name"))
                && metric.points().stream()
                    .anyMatch(
                        point -> "/shop/items/*".equals(point.attributes().get("http.route"))));
  }

  @Test
  void noLogHasALineThatItHasNotWithoutTheAgent() {
    assertThat(with.linesThatAreNotIn(without))
        // The JVM says what it picked up, and the server lists the arguments of its JVM.
        .filteredOn(line -> !line.text().contains(AGENT))
        .filteredOn(line -> !line.isStartupLine() && !isAsConfigured(line))
        .isEmpty();
    assertThat(with.lines().stream().filter(LogLine::isStartupLine))
        .filteredOn(line -> line.file().startsWith("server."))
        .hasSize(1);
    assertThat(without.lines()).noneMatch(LogLine::isStartupLine);
  }

  @Test
  void noApplicationIsKeptAlive() {
    assertThat(with.applications()).as("loaders of it").isEqualTo(without.applications()).isOne();
    for (String leak : LEAKS) {
      assertThat(with.line(leak)).isNull();
    }
  }

  @Test
  void itEndsInTimeAndWithTheSameCode() {
    assertThat(with.exitCode()).isEqualTo(without.exitCode());
    assertThat(with.stopped()).isEqualTo(without.stopped()).isZero();
    assertThat(with.lookedAfter()).isEqualTo(without.lookedAfter()).isZero();
    assertThat(with.stopping()).isLessThan(without.stopping().plus(ALLOWANCE));
  }

  final ServerRun withTheAgent() {
    return with;
  }

  final OtlpReceiver receiver() {
    return receiver;
  }

  private static SpanExpectation server(String name) {
    return span(name).kind(SERVER).service("shop");
  }

  private static SpanExpectation database() {
    return span().kind(CLIENT).service("shop").attribute("db.system.name", "h2database");
  }
}
