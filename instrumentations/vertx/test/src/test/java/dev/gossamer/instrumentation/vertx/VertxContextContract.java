package dev.gossamer.instrumentation.vertx;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.app.ServerRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request's context wherever its handler goes, and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VertxContextContract {
  private final String variant;
  private final RecordingServer farEnd = RecordingServer.start();

  @RegisterExtension
  final AgentExtension agent =
      AgentExtension.shared(
          () ->
              VertxVersions.app(VertxContextApp.class, variant())
                  .jvmArgs("-D" + ServerRoutes.CALLBACK + "=" + farEnd.url("")));

  VertxContextContract(String variant) {
    this.variant = variant;
  }

  private String variant() {
    return variant;
  }

  @AfterAll
  void closeFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/run-on-context",
        "/run-on-other-context",
        "/timer",
        "/blocking",
        "/after-blocking",
        "/completed-elsewhere",
        "/composed-elsewhere"
      })
  void followsTheRequest(String path) {
    assertThat(RawHttp.request("GET", path).send(agent.port()).status()).isEqualTo(200);
    agent.traces().exactly(trace(server(path).root(), call(path).childOf(0)));
  }

  @Test
  void followsTheRequestToTheHandlerOfItsBody() {
    RawHttp request = RawHttp.request("POST", "/body").chunked("body, in two chunks");
    assertThat(request.send(agent.port()).status()).isEqualTo(200);
    agent
        .traces()
        .exactly(
            trace(
                span("POST").kind(SERVER).root(),
                call("/body").childOf(0),
                call("/body").childOf(0)));
  }

  @Test
  void goesOnBelowTheRequestWhenItsOwnRequestIsAnswered() {
    assertThat(RawHttp.request("GET", "/client").send(agent.port()).status()).isEqualTo(200);
    agent
        .traces()
        .exactly(
            trace(server("/client").root(), call("/first").childOf(0), call("/client").childOf(0)));
  }

  @Test
  void leavesWhatIsDonePeriodicallyToItself() {
    assertThat(RawHttp.request("GET", "/periodic").send(agent.port()).status()).isEqualTo(200);
    agent.jvm().call("ticks");
    agent
        .traces()
        .exactly(
            trace(server("/periodic").root()),
            trace(call("/periodic").root()),
            trace(call("/periodic").root()));
  }

  @Test
  void keepsConcurrentRequestsApart() throws Exception {
    List<String> paths = List.of("/run-on-other-context", "/timer", "/blocking", "/client");
    List<Callable<Integer>> requests = new ArrayList<>();
    List<TraceExpectation> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String path = paths.get(i % paths.size());
      String id = String.format("%032x", i + 1);
      RawHttp request =
          RawHttp.request("GET", path)
              .header("traceparent", "00-" + id + "-" + id.substring(16) + "-01");
      requests.add(() -> request.send(agent.port()).status());
      SpanExpectation server = server(path).traceId(id).parent(id.substring(16));
      expected.add(
          path.equals("/client")
              ? trace(server, call("/first").childOf(0), call(path).childOf(0))
              : trace(server, call(path).childOf(0)));
    }
    ExecutorService executor = Executors.newFixedThreadPool(10);
    try {
      for (Future<Integer> status : executor.invokeAll(requests)) {
        assertThat(status.get()).isEqualTo(200);
      }
    } finally {
      executor.shutdownNow();
    }
    agent.traces().exactly(expected);
  }

  @Test
  void tracesBothEndsOfAStreamOfHttp2() {
    assertThat(agent.jvm().call("http2", "/timer?a=b")).isEqualTo("HTTP_2 200");
    agent
        .traces()
        .exactly(
            trace(
                span("GET")
                    .kind(CLIENT)
                    .root()
                    .attribute("network.protocol.version", "2")
                    .attribute("http.response.status_code", 200),
                span("GET")
                    .kind(SERVER)
                    .childOf(0)
                    .attribute("network.protocol.version", "2")
                    .attribute("http.request.method", "GET")
                    .attribute("http.response.status_code", 200)
                    .attribute("url.scheme", "http")
                    .attribute("url.path", "/timer")
                    .attribute("url.query", "a=b")
                    .attribute("server.address", "localhost")
                    .attribute("server.port", agent.port())
                    .attribute("client.address", "127.0.0.1")
                    .attribute("network.peer.address", "127.0.0.1"),
                call("/timer").childOf(1)));
  }

  private SpanExpectation call(String path) {
    return span("GET").kind(CLIENT).attribute("url.full", farEnd.url("/echo" + path));
  }

  private static SpanExpectation server(String path) {
    return span("GET").kind(SERVER).attribute("url.path", path);
  }
}
