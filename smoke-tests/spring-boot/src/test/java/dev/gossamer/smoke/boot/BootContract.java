package dev.gossamer.smoke.boot;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The endpoints that both applications have; every span is asserted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BootContract {
  @RegisterExtension final AgentExtension agent;

  private final String select;

  /** How the application writes its query: a summary keeps the case of the text. */
  BootContract(Class<?> application, String libraries, String select) {
    this(AgentJvm.app(application).libraries(libraries), select);
  }

  BootContract(AgentJvmBuilder application, String select) {
    this.select = select;
    agent = AgentExtension.shared(() -> application);
  }

  @Test
  void namesTheRouteOfAMappedRequestAndShowsItsQuery() {
    assertAnswer(get("/owners/2"), 200, "Betty");
    agent.traces().exactly(trace(server("/owners/{id}", 200).root(), select().childOf(0)));
  }

  @Test
  void marksARequestThatFails() {
    assertThat(get("/broken").send(agent.port()).status()).isEqualTo(500);
    agent.traces().exactly(trace(server("/broken", 500).error("500").anyEvents().root()));
  }

  @Test
  void givesNoRouteToWhatNothingMatches() {
    assertThat(get("/nowhere").send(agent.port()).status()).isEqualTo(404);
    agent
        .traces()
        .exactly(
            trace(
                span("GET")
                    .kind(SERVER)
                    .root()
                    .attribute("url.path", "/shop/nowhere")
                    .attribute("http.response.status_code", 404)
                    .noAttributes("http.route")));
  }

  @Test
  void leavesARedirectAsItIs() {
    RawHttp.Response response = get("/moved").send(agent.port());
    assertThat(response.status()).isEqualTo(302);
    assertThat(response.header("Location")).endsWith("/shop/owners/1");
    agent.traces().exactly(trace(server("/moved", 302).root()));
  }

  @Test
  void followsARequestToAnotherThread() {
    assertAnswer(get("/later/3"), 200, "Eduardo");
    agent.traces().exactly(trace(server("/later/{id}", 200).root(), select().childOf(0)));
  }

  @Test
  void endsAStreamOfEventsWithTheLast() {
    RawHttp.Response response = get("/events").send(agent.port());
    assertThat(response.body().lines().filter(line -> line.startsWith("data:")))
        .containsExactly("data:George", "data:Betty", "data:Eduardo");
    agent
        .traces()
        .exactly(
            trace(
                server("/events", 200).root(),
                select().childOf(0),
                select().childOf(0),
                select().childOf(0)));
  }

  @Test
  void keepsConcurrentRequestsApart() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(10);
    try {
      List<Callable<RawHttp.Response>> requests = new ArrayList<>();
      List<TraceExpectation> expected = new ArrayList<>();
      for (int i = 1; i <= 40; i++) {
        String path = i % 2 == 0 ? "/owners/" : "/later/";
        String traceId = String.format("%032x", i);
        String parent = String.format("%016x", i);
        RawHttp request =
            get(path + (1 + i % 3)).header("traceparent", "00-" + traceId + "-" + parent + "-01");
        requests.add(() -> request.send(agent.port()));
        expected.add(
            trace(server(path + "{id}", 200).traceId(traceId).parent(parent), select().childOf(0)));
      }
      for (Future<RawHttp.Response> response : executor.invokeAll(requests)) {
        assertThat(response.get().status()).isEqualTo(200);
      }
      agent.traces().exactly(expected);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void givesTheNextRequestOfAConnectionATraceOfItsOwn() {
    RawHttp first =
        get("/later/1")
            .header("traceparent", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01");
    assertThat(
            RawHttp.inTurn(
                agent.port(),
                List.of(first, get("/owners/1")),
                // Reactor Netty loses, now and then, a request that comes while it is still busy
                // with the one before, with and without an agent (its issue 4361).
                count -> agent.receiver().awaitUnclaimed(2 * count)))
        .allMatch(response -> response.status() == 200);
    agent
        .traces()
        .exactly(
            trace(
                server("/later/{id}", 200).traceId("a".repeat(32)).parent("b".repeat(16)),
                select().childOf(0)),
            trace(server("/owners/{id}", 200).root(), select().childOf(0)));
  }

  final void assertAnswer(RawHttp request, int status, String body) {
    RawHttp.Response response = request.send(agent.port());
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body()).isEqualTo(body);
  }

  static RawHttp get(String path) {
    return RawHttp.request("GET", "/shop" + path);
  }

  static SpanExpectation server(String route, int status) {
    return span("GET /shop" + route)
        .kind(SERVER)
        .attribute("http.route", "/shop" + route)
        .attribute("http.response.status_code", status);
  }

  final SpanExpectation select() {
    return span(select + " owner").kind(CLIENT).attribute("db.system.name", "h2database");
  }
}
