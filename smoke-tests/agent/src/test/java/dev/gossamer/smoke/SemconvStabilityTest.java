package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.MetricRecord.PointRecord;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code OTEL_SEMCONV_STABILITY_OPT_IN} for HTTP: the same calls, with and without old names. */
final class SemconvStabilityTest {
  private static final String OPT_IN = "OTEL_SEMCONV_STABILITY_OPT_IN";
  private static final String ANSWER = "from the far end";

  /** Differ from JVM to JVM. */
  private static final Set<String> PORTS = Set.of("server.port", "network.peer.port");

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  private record Run(SpanRecord server, SpanRecord client, Map<String, MetricRecord> metrics) {
    PointRecord point(String metric) {
      List<PointRecord> points = metrics.get(metric).points();
      assertThat(points).as(metric).hasSize(1);
      return points.get(0);
    }
  }

  @Test
  void theOldNamesOfHttpComeBesideTheNewAndOnlyWhenAskedFor() {
    try (RecordingServer farEnd = RecordingServer.start(request -> Response.of(404, ANSWER))) {
      Run byDefault = run(null, farEnd);
      Run plain = run("http,database,messaging,rpc,code", farEnd);
      Run both = run("database,http/dup,http", farEnd);

      assertThat(withoutPorts(byDefault.server())).containsKey("http.request.method");
      assertThat(withoutPorts(plain.server())).isEqualTo(withoutPorts(byDefault.server()));
      assertThat(withoutPorts(plain.client())).isEqualTo(withoutPorts(byDefault.client()));
      assertThat(plain.metrics().keySet())
          .isEqualTo(byDefault.metrics().keySet())
          .isEqualTo(Set.of("http.server.request.duration", "http.client.request.duration"));

      assertThat(both.server().name()).isEqualTo("POST /call").isEqualTo(byDefault.server().name());
      assertThat(both.client().name()).isEqualTo("GET").isEqualTo(byDefault.client().name());
      assertThat(added(both.server(), byDefault.server())).isEqualTo(oldOfServer(both.server()));
      assertThat(added(both.client(), byDefault.client())).isEqualTo(oldOfClient(farEnd));
      assertMetrics(both, byDefault, farEnd);
    }
  }

  private static Map<String, Object> oldOfServer(SpanRecord span) {
    Map<String, Object> old = new TreeMap<>();
    old.put("http.method", "POST");
    old.put("http.status_code", 200L);
    old.put("http.scheme", "http");
    old.put("http.target", "/call/get?" + span.attribute("url.query"));
    old.put("http.client_ip", "203.0.113.7");
    old.put("http.request_content_length", 5L);
    old.put("http.response_content_length", 3L);
    old.put("http.request.header.x_order_id", List.of("42"));
    old.put("net.host.name", "shop.example");
    old.put("net.host.port", 8081L);
    old.put("net.sock.peer.addr", "127.0.0.1");
    old.put("net.sock.peer.port", span.attribute("network.peer.port"));
    old.put("net.protocol.name", "http");
    old.put("net.protocol.version", "1.1");
    assertThat((String) old.get("http.target")).endsWith("&sig=REDACTED");
    return old;
  }

  private static Map<String, Object> oldOfClient(RecordingServer farEnd) {
    return Map.of(
        "http.method",
        "GET",
        "http.status_code",
        404L,
        "http.url",
        farEnd.url("/pay?sig=REDACTED&x=1"),
        "http.response_content_length",
        (long) ANSWER.length(),
        "net.peer.name",
        "localhost",
        "net.peer.port",
        (long) farEnd.port(),
        "net.protocol.name",
        "http",
        "net.protocol.version",
        "1.1");
  }

  private static void assertMetrics(Run both, Run byDefault, RecordingServer farEnd) {
    assertThat(both.metrics().keySet())
        .isEqualTo(
            Set.of(
                "http.server.request.duration",
                "http.client.request.duration",
                "http.server.duration",
                "http.client.duration"));
    for (String unchanged : byDefault.metrics().keySet()) {
      assertThat(both.metrics().get(unchanged).unit()).isEqualTo("s");
      assertThat(withoutPorts(both.point(unchanged).attributes()))
          .isEqualTo(withoutPorts(byDefault.point(unchanged).attributes()));
    }
    for (String side : List.of("server", "client")) {
      MetricRecord old = both.metrics().get("http." + side + ".duration");
      assertThat(old.unit()).isEqualTo("ms");
      PointRecord point = both.point(old.name());
      assertThat(point.count()).isEqualTo(1);
      assertThat(point.bounds())
          .containsExactly(
              0.0, 5.0, 10.0, 25.0, 50.0, 75.0, 100.0, 250.0, 500.0, 750.0, 1000.0, 2500.0, 5000.0,
              7500.0, 10000.0);
      double millis = both.point("http." + side + ".request.duration").value() * 1000;
      // Read from the clock once more, right after.
      assertThat(point.value()).isBetween(millis - 0.001, millis + 1000);
    }
    assertThat(both.metrics().get("http.server.duration").description())
        .isEqualTo("Measures the duration of inbound HTTP requests.");
    assertThat(both.metrics().get("http.client.duration").description())
        .isEqualTo("Measures the duration of outbound HTTP requests.");
    assertThat(both.point("http.server.duration").attributes())
        .isEqualTo(
            Map.of(
                "http.method", "POST",
                "http.status_code", 200L,
                "http.route", "/call",
                "http.scheme", "http",
                "net.host.name", "shop.example",
                "net.host.port", 8081L,
                "net.protocol.name", "http",
                "net.protocol.version", "1.1"));
    assertThat(both.point("http.client.duration").attributes())
        .isEqualTo(
            Map.of(
                "http.method", "GET",
                "http.status_code", 404L,
                "net.peer.name", "localhost",
                "net.peer.port", (long) farEnd.port(),
                "net.protocol.name", "http",
                "net.protocol.version", "1.1"));
  }

  @Test
  void whatIsNotKnownIsToldOfAtTheStart() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().env(OPT_IN, "http/dup,databse/dup"));

    assertThat(AGENT.expectErrorLine(jvm, OPT_IN))
        .contains("does not know databse/dup (did you mean database/dup?); using http/dup");
    jvm.callUnderSpan(null, "ok");
    assertThat(AGENT.receiver().awaitSpans(1).get(0).attributes()).containsKey("http.method");
    AGENT.receiver().claimAll();
    jvm.stop();
    assertThat(jvm.stderr()).as("start-up line and one more").hasSize(2);
  }

  /** Which also holds when another convention is recorded twice. */
  @Test
  void noClassOfOldNamesIsLoadedUnlessAskedFor() throws IOException {
    assertThat(legacyClasses("database/dup", "off.log")).isEmpty();
    assertThat(legacyClasses("http/dup", "on.log")).contains("LegacyHttpServer");
  }

  private static Set<String> legacyClasses(String optIn, String log) throws IOException {
    Path classes = folder.resolve(log);
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm =
          AGENT.launch(
              Apps.smoke()
                  .withoutFence()
                  .env(OPT_IN, optIn)
                  .jvmArgs("-Xlog:class+load:file=" + classes));
      jvm.callUnderSpan(null, "get", farEnd.url("/"));
      AGENT.receiver().awaitSpans(2);
      AGENT.receiver().claimAll();
      assertThat(jvm.finish()).isZero();
      AGENT.receiver().clear();
    }
    try (var lines = Files.lines(classes)) {
      return lines
          .filter(line -> line.contains("dev.gossamer.api.http.Legacy"))
          .map(line -> line.replaceAll(".*dev\\.gossamer\\.api\\.http\\.(\\w+) .*", "$1"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** One request that makes another. */
  private static Run run(@Nullable String optIn, RecordingServer farEnd) {
    AgentJvmBuilder builder =
        Apps.smoke()
            .withoutFence()
            .metrics()
            // One export, when the JVM ends.
            .env("OTEL_METRIC_EXPORT_INTERVAL", "3600000")
            .env("OTEL_INSTRUMENTATION_RUNTIME_TELEMETRY_ENABLED", "false")
            .env("OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_REQUEST_HEADERS", "X-Order-Id");
    if (optIn != null) {
      builder.env(OPT_IN, optIn);
    }
    AgentJvm jvm = AGENT.launch(builder);
    String url = URLEncoder.encode(farEnd.url("/pay?sig=secret&x=1"), StandardCharsets.UTF_8);
    RawHttp.Response response =
        RawHttp.request("POST", "/call/get?" + url + "&sig=secret")
            .header("Host", "shop.example:8081")
            .header("X-Forwarded-For", "203.0.113.7")
            .header("X-Order-Id", "42")
            .body("order")
            .send(jvm.port());
    assertThat(response.body()).isEqualTo("404");
    List<SpanRecord> spans = AGENT.receiver().awaitSpans(2);
    AGENT.receiver().claimAll();
    assertThat(jvm.finish()).isZero();
    Map<String, MetricRecord> metrics = new TreeMap<>();
    AGENT.receiver().metrics().forEach(metric -> metrics.put(metric.name(), metric));
    AGENT.receiver().clear();
    return new Run(of(SpanKind.SERVER, spans), of(SpanKind.CLIENT, spans), metrics);
  }

  /** What one span has beyond another, with which it agrees in all that this one has. */
  private static Map<String, Object> added(SpanRecord more, SpanRecord less) {
    Map<String, Object> added = new TreeMap<>(more.attributes());
    added.keySet().removeAll(less.attributes().keySet());
    Map<String, Object> rest = new TreeMap<>(more.attributes());
    rest.keySet().removeAll(added.keySet());
    assertThat(withoutPorts(rest)).isEqualTo(withoutPorts(less));
    return added;
  }

  private static Map<String, Object> withoutPorts(SpanRecord span) {
    return withoutPorts(span.attributes());
  }

  private static Map<String, Object> withoutPorts(Map<String, Object> attributes) {
    Map<String, Object> rest = new TreeMap<>(attributes);
    rest.keySet().removeAll(PORTS);
    return rest;
  }

  private static SpanRecord of(SpanKind kind, List<SpanRecord> spans) {
    return spans.stream().filter(span -> span.kind() == kind).findFirst().orElseThrow();
  }
}
