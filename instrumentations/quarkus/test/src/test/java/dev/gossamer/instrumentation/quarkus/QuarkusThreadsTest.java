package dev.gossamer.instrumentation.quarkus;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.app.ServerRoutes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.CsvSource;

/** A request's context on every kind of thread that Quarkus has, and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuarkusThreadsTest {
  private final RecordingServer farEnd = RecordingServer.start();

  @RegisterExtension
  final AgentExtension agent =
      AgentExtension.shared(
          () ->
              QuarkusServer.NEWEST
                  .application()
                  .jvmArgs("-D" + ServerRoutes.CALLBACK + "=" + farEnd.url("")));

  @AfterAll
  void closeFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @CsvSource({
    "blocking, executor-thread-",
    "event-loop, vert.x-eventloop-thread-",
    "virtual, quarkus-virtual-thread-",
    "subscribed-on, executor-thread-",
    "emitted-on, executor-thread-",
    "delayed, ''",
    "stage, pool-",
    "after, executor-thread-"
  })
  void followsTheRequest(String name, String thread) {
    assumeTrue(!name.equals("virtual") || QuarkusServer.hasVirtualThreads());
    RawHttp.Response response = request(name).send(agent.port());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).startsWith(thread);
    agent.traces().exactly(trace(server(name).root(), call(name).childOf(0)));
  }

  @Test
  void followsAStreamToItsLastEvent() {
    assertThat(request("events").send(agent.port()).body())
        .containsSubsequence("data", "data", "data");
    agent
        .traces()
        .exactly(
            trace(
                server("events").root(),
                call("events").childOf(0),
                call("events").childOf(0),
                call("events").childOf(0)));
  }

  @Test
  void keepsConcurrentRequestsApart() throws Exception {
    List<String> names = List.of("blocking", "event-loop", "subscribed-on", "delayed", "after");
    List<Callable<Integer>> requests = new ArrayList<>();
    List<TraceExpectation> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String name = names.get(i % names.size());
      String id = String.format("%032x", i + 1);
      RawHttp request =
          request(name).header("traceparent", "00-" + id + "-" + id.substring(16) + "-01");
      requests.add(() -> request.send(agent.port()).status());
      expected.add(trace(server(name).traceId(id).parent(id.substring(16)), call(name).childOf(0)));
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
  void aStreamEndsWhenItsClientGoesAway() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      String request = "GET /shop/rest/threads/endless HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      // Reset instead of a polite end.
      socket.setSoLinger(true, 0);
    }
    SpanRecord span = agent.receiver().awaitSpan(it -> it.kind() == SERVER);
    agent.receiver().claim(span);
    assertThat(span.name()).isEqualTo("GET /shop/rest/threads/endless");
    assertThat(span.attribute("error.type")).isEqualTo("client_disconnected");
  }

  private static RawHttp request(String name) {
    return RawHttp.request("GET", "/shop/rest/threads/" + name);
  }

  private static SpanExpectation server(String name) {
    return span("GET /shop/rest/threads/" + name)
        .kind(SERVER)
        .attribute("http.route", "/shop/rest/threads/" + name)
        .attribute("http.response.status_code", 200);
  }

  private SpanExpectation call(String name) {
    return span("GET").kind(CLIENT).attribute("url.full", farEnd.url("/echo/" + name));
  }
}
