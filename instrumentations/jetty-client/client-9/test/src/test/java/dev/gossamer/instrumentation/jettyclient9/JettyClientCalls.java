package dev.gossamer.instrumentation.jettyclient9;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Jetty's client does besides the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JettyClientCalls {
  @RegisterExtension final AgentExtension agent = AgentExtension.shared(this::application);

  private final CountDownLatch over = new CountDownLatch(1);
  private final RecordingServer farEnd = RecordingServer.start(this::answer);

  abstract AgentJvmBuilder application();

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
  void anAnswerToAChallengeIsASendOfItsOwn() {
    assertThat(under("challenge", farEnd.url("/challenge"))).isEqualTo("200");
    TraceRecord trace =
        agent
            .traces()
            .exactly(
                trace(
                    server(),
                    client("/challenge", 401).error("401"),
                    client("/challenge", 200).attribute("http.request.resend_count", 1)))
            .get(0);
    List<String> ids = trace.spans().stream().skip(1).map(SpanRecord::spanId).toList();
    assertThat(farEnd.requests())
        .extracting(RecordedRequest::spanId)
        .containsExactlyElementsOf(ids);
  }

  @Test
  void aCancelledRequestIsNoError() {
    String url = farEnd.url("/silent");
    CompletableFuture<String> result =
        CompletableFuture.supplyAsync(() -> under("cancellable", url));
    farEnd.awaitRequests(1, request -> request.path().equals("/silent"));
    assertThat(agent.jvm().call("cancel")).isEqualTo("true");
    assertThatThrownBy(result::join).hasMessageContaining("CancellationException");
    agent
        .traces()
        .exactly(
            trace(
                span().kind(SERVER).root().error("500"),
                client("/silent").noAttributes("http.response.status_code", "error.type")));
  }

  @Test
  void listenersAreToldBelowTheCaller() {
    assertThat(under("listeners", farEnd.url("/plain"), farEnd.url("/then"))).isEqualTo("200");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                client("/plain", 200),
                client("/then", 200),
                client("/then", 200),
                client("/then", 200)));
  }

  @Test
  void aProxyIsNotTheServer() {
    String url = "http://backend.test/behind";
    assertThat(under("proxied", "" + farEnd.port(), url)).isEqualTo("200");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                span("GET")
                    .kind(CLIENT)
                    .childOf(0)
                    .attribute("url.full", url)
                    .attribute("server.address", "backend.test")
                    .attribute("server.port", 80)
                    .attribute("http.response.status_code", 200)));
    assertThat(farEnd.requests().get(0).traceId()).isNotEmpty();
  }

  private Response answer(RecordedRequest request) throws InterruptedException {
    switch (request.path()) {
      case "/challenge":
        return request.header("Authorization") == null
            ? Response.of(401, "", "WWW-Authenticate", "Basic realm=\"test\"")
            : Response.of(200, "");
      case "/silent":
        over.await();
        return Response.HANG_UP;
      default:
        return Response.of(200, "");
    }
  }

  private String under(String command, String... arguments) {
    return agent.jvm().callUnderSpan(null, command, arguments);
  }

  private static SpanExpectation server() {
    return span().kind(SERVER).root();
  }

  private SpanExpectation client(String target, int status) {
    return client(target).attribute("http.response.status_code", status);
  }

  private SpanExpectation client(String target) {
    return span("GET").kind(CLIENT).childOf(0).attribute("url.full", farEnd.url(target));
  }
}
