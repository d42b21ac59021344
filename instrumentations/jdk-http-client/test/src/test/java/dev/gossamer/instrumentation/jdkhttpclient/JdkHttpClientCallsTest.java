package dev.gossamer.instrumentation.jdkhttpclient;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the client's future, its web sockets and unusual requests do under the agent. */
final class JdkHttpClientCallsTest {
  // Enough cores for the common pool, whose tasks carry their context; see executors.
  @RegisterExtension
  static final AgentExtension AGENT =
      AgentExtension.shared(
          () ->
              AgentJvm.app(JdkClientApp.class)
                  .jvmArgs("-Djava.util.concurrent.ForkJoinPool.common.parallelism=4"));

  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static volatile CountDownLatch gate = new CountDownLatch(0);
  private static RecordingServer farEnd;

  @BeforeAll
  static void startFarEnd() {
    farEnd = RecordingServer.start(JdkHttpClientCallsTest::answer);
  }

  @AfterEach
  void forgetRequests() {
    farEnd.clear();
  }

  @AfterAll
  static void stopFarEnd() {
    NEVER.countDown();
    farEnd.close();
  }

  @Test
  void aCancelledRequestIsNoError() {
    assertThat(under("cancel", farEnd.url("/silent"))).isEqualTo("true true");
    AGENT.traces().exactly(trace(server(), client("/silent").childOf(0)));
  }

  @Test
  void aCancelledStageCancelsTheRequestWhereItDoesWithoutAgent() {
    assumeThat(Integer.parseInt(AGENT.jvm().call("java-version"))).isGreaterThanOrEqualTo(16);
    assertThat(under("cancel-stage", farEnd.url("/silent"))).isEqualTo("true");
    AGENT.traces().exactly(trace(server(), client("/silent").childOf(0)));
  }

  @Test
  void aStageThatTimesOutLeavesTheRequestToItsEnd() {
    CountDownLatch held = new CountDownLatch(1);
    gate = held;
    assertThat(under("time-out-stage", farEnd.url("/held"))).isEqualTo("timed out");
    held.countDown();
    AGENT.receiver().awaitSpan(span -> span.kind() == CLIENT);
    AGENT.traces().exactly(trace(server(), client("/held").childOf(0)));
  }

  @Test
  void stagesRunBelowTheCaller() {
    assertThat(under("stages", farEnd.url("/first"), farEnd.url("/then"))).isEqualTo("200");
    AGENT
        .traces()
        .exactly(
            trace(
                server(),
                client("/first").childOf(0),
                client("/then").childOf(0),
                client("/then").childOf(0),
                client("/then").childOf(0)));
  }

  @Test
  void aWebSocketStillOpens() {
    String url = "ws://localhost:" + farEnd.port() + "/socket";
    assertThat(under("web-socket", url)).isEqualTo("true");
    AGENT
        .traces()
        .exactly(
            trace(
                server(),
                client("/socket").childOf(0).attribute("http.response.status_code", 101)));
  }

  @Test
  void aRequestOfTheApplicationsOwnClassIsSentAsItIs() {
    assertThat(under("own-request", farEnd.url("/own"))).isEqualTo("200");
    AGENT.traces().exactly(trace(server(), client("PUT", "/own").childOf(0)));
    RecordedRequest sent = farEnd.requests().get(0);
    assertThat(sent.header("X-Own")).isEqualTo("own");
    assertThat(sent.text()).isEqualTo("body");
    assertThat(sent.header("traceparent")).isNotNull();
  }

  @Test
  void theRequestOfAResponseCarriesTheContextOfItsOwnSpan() {
    assertThat(under("response-request", farEnd.url("/again"))).isEqualTo("200");
    TraceRecord trace =
        AGENT
            .traces()
            .exactly(trace(server(), client("/again").childOf(0), client("/again").childOf(0)))
            .get(0);
    assertThat(farEnd.requests())
        .extracting(RecordedRequest::spanId)
        .containsExactlyInAnyOrder(trace.spans().get(1).spanId(), trace.spans().get(2).spanId());
  }

  @Test
  void aRequestThatTheClientRefusesIsAnError() {
    assertThat(under("refused", farEnd.url("/refused"))).isEqualTo("refused");
    AGENT
        .traces()
        .exactly(
            trace(
                server(),
                client("CONNECT", "/refused")
                    .childOf(0)
                    .error("java.lang.IllegalArgumentException")
                    .anyEvents()));
  }

  @Test
  void aBodyHandlerThatThrowsIsAnError() {
    assertThat(under("failing-body", farEnd.url("/body"))).isEqualTo("meant to be");
    AGENT
        .traces()
        .exactly(
            trace(server(), client("/body").childOf(0).error("java.io.IOException").anyEvents()));
  }

  private static Response answer(RecordedRequest request) throws InterruptedException {
    switch (request.path()) {
      case "/silent":
        NEVER.await(60, TimeUnit.SECONDS);
        return Response.HANG_UP;
      case "/held":
        gate.await(60, TimeUnit.SECONDS);
        return Response.of(200, "");
      case "/socket":
        return new Response(
            101,
            "",
            List.of(
                "Upgrade",
                "websocket",
                "Connection",
                "Upgrade",
                "Sec-WebSocket-Accept",
                accept("" + request.header("Sec-WebSocket-Key"))),
            null);
      default:
        return Response.of(200, "");
    }
  }

  /** RFC 6455, section 4.2.2. */
  private static String accept(String key) {
    try {
      String text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String under(String command, String... arguments) {
    return AGENT.jvm().callUnderSpan(null, command, arguments);
  }

  private static SpanExpectation server() {
    return span().kind(SERVER).root();
  }

  private static SpanExpectation client(String path) {
    return client("GET", path);
  }

  private static SpanExpectation client(String method, String path) {
    return span(method).kind(CLIENT).attribute("url.full", farEnd.url(path));
  }
}
