package dev.gossamer.instrumentation.reactornetty;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanStatus;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.TraceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Reactor Netty's client does besides the contract. */
final class ReactorNettyCallsTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Calls {
    Oldest() {
      super("oldest");
    }

    @Test
    void aRetryIsASendOfItsOwn() throws IOException {
      try (BreakingServer server = new BreakingServer()) {
        assertThat(under("get", server.url("/first"))).isEqualTo("200");
        assertThat(under("get", server.url("/second"))).isEqualTo("200");
        agent
            .traces()
            .exactly(
                trace(caller(), client("GET", server.url("/first"), 200)),
                trace(
                    caller(),
                    // Which exception depends on the transport.
                    client("GET", server.url("/second"))
                        .status(SpanStatus.ERROR)
                        .anyEvents()
                        .noAttributes("http.response.status_code"),
                    client("GET", server.url("/second"), 200)
                        .attribute("http.request.resend_count", 1)));
      }
    }
  }

  @Nested
  final class Newest extends Calls {
    Newest() {
      super("newest");
    }

    @Test
    void aBrokenConnectionIsOneSpan() throws IOException {
      try (BreakingServer server = new BreakingServer()) {
        assertThat(under("get", server.url("/first"))).isEqualTo("200");
        String result = under("get", server.url("/second"));
        assertThat(result).startsWith("threw ");
        agent
            .traces()
            .exactly(
                trace(caller(), client("GET", server.url("/first"), 200)),
                trace(
                    caller(),
                    client("GET", server.url("/second"))
                        .error(result.substring("threw ".length()))
                        .anyEvents()
                        .noAttributes("http.response.status_code")));
      }
    }

    @Test
    void tracesStreamsOfHttp2() {
      String url = "http://localhost:" + agent.jvm().call("port") + "/here/1";
      assertThat(under("h2c", url)).isEqualTo("200");
      agent.traces().exactly(trace(caller(), client("GET", url, 200, "2"), server("2").childOf(1)));
    }

    @Test
    void tracesARequestThatUpgradesTheConnection() {
      String url = "http://localhost:" + agent.jvm().call("port") + "/here/1";
      assertThat(under("upgrading", url)).isEqualTo("200");
      assertThat(under("upgrading", url)).isEqualTo("200");
      agent
          .traces()
          .exactly(
              trace(caller(), client("GET", url, 200, "1.1"), server("1.1").childOf(1)),
              trace(caller(), client("GET", url, 200, "2"), server("2").childOf(1)));
    }

    private static SpanExpectation server(String version) {
      return span("GET /here/{id}")
          .kind(SERVER)
          .attribute("http.route", "/here/{id}")
          .attribute("network.protocol.version", version);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Calls {
    private final CountDownLatch over = new CountDownLatch(1);
    private final RecordingServer farEnd = RecordingServer.start(this::answer);

    @RegisterExtension final AgentExtension agent;

    Calls(String variant) {
      agent =
          AgentExtension.shared(() -> AgentJvm.app(ReactorNettyCallsApp.class).libraries(variant));
    }

    @BeforeEach
    void forget() {
      farEnd.clear();
    }

    @AfterAll
    void stopFarEnd() {
      over.countDown();
      farEnd.close();
    }

    @Test
    void keepsRequestsApartThatShareAConnectionAndHaveBodiesOfAnotherThread() {
      List<CompletableFuture<String>> results = new ArrayList<>();
      List<TraceExpectation> expected = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String id = "" + i;
        String url = farEnd.url("/posted?id=" + i);
        String parent = String.format("00-%032x-%016x-01", i + 1, i + 1);
        results.add(
            CompletableFuture.supplyAsync(
                () -> agent.jvm().callUnderSpan(parent, "post", url, "body " + id)));
        expected.add(
            trace(
                span()
                    .kind(SERVER)
                    .traceId(String.format("%032x", i + 1))
                    .parent(String.format("%016x", i + 1)),
                client("POST", url, 200)));
      }
      assertThat(results).allSatisfy(result -> assertThat(result.join()).isEqualTo("200"));
      for (TraceRecord trace : agent.traces().exactly(expected)) {
        assertThat(farEnd.requests())
            .extracting(RecordedRequest::spanId)
            .contains(trace.spans().get(1).spanId());
      }
    }

    @Test
    void anAnswerThatTheApplicationDoesNotWaitForIsNoError() {
      String url = farEnd.url("/silent");
      assertThat(under("timeout", url)).isEqualTo("threw java.util.concurrent.TimeoutException");
      agent
          .traces()
          .exactly(
              trace(
                  caller(),
                  client("GET", url).noAttributes("http.response.status_code", "error.type")));
    }

    @Test
    void contentThatTheApplicationDoesNotReadIsNoError() {
      String url = farEnd.url("/endless");
      assertThat(under("head", url)).isEqualTo("200");
      agent.traces().exactly(trace(caller(), client("GET", url, 200).noAttributes("error.type")));
    }

    @Test
    void aHostThatNobodyKnowsIsAnError() {
      String url = "http://nowhere.invalid/";
      assertThat(under("get", url)).isEqualTo("threw java.net.UnknownHostException");
      agent
          .traces()
          .exactly(
              trace(
                  caller(),
                  client("GET", url)
                      .attribute("server.address", "nowhere.invalid")
                      .attribute("server.port", 80)
                      .error("java.net.UnknownHostException")
                      .anyEvents()));
    }

    @Test
    void aBodyThatFailsBeforeItIsSentIsAnError() {
      String url = farEnd.url("/posted");
      assertThat(under("brokenBody", url)).isEqualTo("threw java.lang.IllegalStateException");
      agent
          .traces()
          .exactly(
              trace(
                  caller(),
                  client("POST", url).error("java.lang.IllegalStateException").anyEvents()));
    }

    final String under(String command, String... arguments) {
      return agent.jvm().callUnderSpan(null, command, arguments);
    }

    private Response answer(RecordedRequest request) throws InterruptedException {
      switch (request.path()) {
        case "/silent":
          over.await();
          return Response.HANG_UP;
        case "/endless":
          return Response.of(200, "held back").withBodyGate(over);
        default:
          return Response.of(200, "");
      }
    }

    static SpanExpectation caller() {
      return span().kind(SERVER).root();
    }

    static SpanExpectation client(String method, String url) {
      return span(method).kind(CLIENT).childOf(0).attribute("url.full", url);
    }

    static SpanExpectation client(String method, String url, int status) {
      return client(method, url).attribute("http.response.status_code", status);
    }

    static SpanExpectation client(String method, String url, int status, String version) {
      return client(method, url, status).attribute("network.protocol.version", version);
    }
  }
}
