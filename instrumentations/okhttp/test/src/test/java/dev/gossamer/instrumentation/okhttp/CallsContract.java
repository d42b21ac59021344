package dev.gossamer.instrumentation.okhttp;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls that are retried, cancelled, cached, queued or intercepted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CallsContract {
  @RegisterExtension final AgentExtension agent = AgentExtension.shared(this::application);

  final RecordingServer farEnd = RecordingServer.start(this::answer);

  private final String version;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile CountDownLatch arrived = new CountDownLatch(1);
  private volatile CountDownLatch gate = new CountDownLatch(1);

  CallsContract(String version) {
    this.version = version;
  }

  AgentJvmBuilder application() {
    return AgentJvm.app(OkHttpApp.class).libraries(version);
  }

  @BeforeEach
  final void forgetRequests() {
    farEnd.clear();
    arrived = new CountDownLatch(1);
    gate = new CountDownLatch(1);
  }

  @AfterAll
  final void stopFarEnd() {
    ended.countDown();
    farEnd.close();
  }

  @Test
  void aCancelledCallIsNoErrorAndItsCallbackRunsBelowTheCaller() {
    assertThat(under("cancel", farEnd.url("/silent"), farEnd.url("/arrived"))).isEqualTo("failed");
    agent
        .traces()
        .exactly(trace(server(), sent("/silent").childOf(0), sent("/arrived", 200).childOf(0)));
  }

  @Test
  void anAuthenticatedRetryIsASendOfItsOwnAndTheAuthenticatorBelongsToTheCaller() {
    String result = under("authenticate", farEnd.url("/secured"), farEnd.url("/credentials"));
    assertThat(result).isEqualTo("200");
    TraceRecord trace =
        agent
            .traces()
            .exactly(
                trace(
                    server(),
                    sent("/secured", 401).childOf(0).error("401"),
                    sent("/credentials", 200).childOf(0),
                    resent(1, "/secured", 200).childOf(0)))
            .get(0);
    assertForwarded(trace);
  }

  @Test
  void redirectsWithoutEndAreSendsUntilTheClientGivesUp() {
    assertThat(under("circular", farEnd.url("/circular")))
        .isEqualTo("threw java.net.ProtocolException");
    List<SpanExpectation> spans = new ArrayList<>(List.of(server()));
    spans.add(sent("/circular", 302).childOf(0));
    for (int i = 1; i <= 20; i++) {
      spans.add(resent(i, "/circular", 302).childOf(0));
    }
    agent.traces().exactly(trace(spans.toArray(SpanExpectation[]::new)));
  }

  @Test
  void aConnectionThatBreaksOffIsAnErrorAndItsRetryASendOfItsOwn() {
    String type = "java.io.IOException";
    assertThat(under("send", "GET", farEnd.url("/success"))).isEqualTo("200");
    assertThat(under("send", "GET", farEnd.url("/breaks-off"))).isEqualTo("200");
    agent
        .traces()
        .exactly(
            trace(server(), sent("/success", 200).childOf(0)),
            trace(
                server(),
                sent("/breaks-off").childOf(0).error(type).anyEvents(),
                resent(1, "/breaks-off", 200).childOf(0)));
  }

  @Test
  void anAnswerFromTheCacheIsNoSend() {
    String result = under("cached", farEnd.url("/cacheable"), farEnd.url("/cacheable"));
    assertThat(result).isEqualTo("network cache");
    agent.traces().exactly(trace(server(), sent("/cacheable", 200).childOf(0)));
  }

  @Test
  void anAnswerThatIsStillGoodIsASend() {
    String result = under("cached", farEnd.url("/tagged"), farEnd.url("/tagged"));
    assertThat(result).isEqualTo("network network cache");
    agent
        .traces()
        .exactly(trace(server(), sent("/tagged", 200).childOf(0), sent("/tagged", 304).childOf(0)));
  }

  @Test
  void anAddressThatDoesNotAnswerIsNoSendAsLongAsThereIsAnother() {
    assertThat(under("two-addresses", farEnd.url("/success"))).isEqualTo("200");
    TraceRecord trace =
        agent.traces().exactly(trace(server(), sent("/success", 200).childOf(0))).get(0);
    assertForwarded(trace);
  }

  @Test
  void whatAnInterceptorRepeatsIsResent() {
    assertThat(under("retrying-interceptor", farEnd.url("/success"))).isEqualTo("200");
    agent
        .traces()
        .exactly(
            trace(
                server(), sent("/success", 200).childOf(0), resent(1, "/success", 200).childOf(0)));
  }

  @Test
  void whatAnInterceptorSendsIsACallOfItsOwn() {
    String result = under("calling-interceptor", farEnd.url("/success"), farEnd.url("/token"));
    assertThat(result).isEqualTo("200");
    agent
        .traces()
        .exactly(trace(server(), sent("/token", 200).childOf(0), sent("/success", 200).childOf(0)));
  }

  @Test
  void neitherInterceptorsNorResponsesShowAnythingOfTheAgent() {
    assertThat(under("network-interceptor", farEnd.url("/success"))).isEqualTo("null null 0 1");
    TraceRecord trace =
        agent.traces().exactly(trace(server(), sent("/success", 200).childOf(0))).get(0);
    assertForwarded(trace);
    assertThat(farEnd.requests().get(0).header("X-Network")).isEqualTo("1");
  }

  @Test
  void anInterceptorThatThrowsIsAnError() {
    String type = "java.lang.IllegalStateException";
    assertThat(under("failing-interceptor", farEnd.url("/success"))).isEqualTo("threw " + type);
    agent
        .traces()
        .exactly(
            trace(
                server(), sent("/success").childOf(0).error(type).exception(type, "meant to be")));
  }

  @Test
  void aCallThatWaitsForAnotherOneToEndRunsInTheContextOfItsOwnCaller() {
    String held = farEnd.url("/held");
    under("queue", held, farEnd.url("/then/a"));
    under("queue", farEnd.url("/b"), farEnd.url("/then/b"));
    agent.jvm().call("queue", farEnd.url("/c"), farEnd.url("/then/c"));
    gate.countDown();
    for (int i = 0; i < 3; i++) {
      assertThat(agent.jvm().call("await-queued")).isEqualTo("200 200");
    }
    agent
        .traces()
        .exactly(
            trace(server(), sent("/held", 200).childOf(0), sent("/then/a", 200).childOf(0)),
            trace(server(), sent("/b", 200).childOf(0), sent("/then/b", 200).childOf(0)),
            trace(sent("/c", 200).root()),
            trace(sent("/then/c", 200).root()));
  }

  @Test
  void theThreadsOfTheDispatcherKeepNothing() {
    String url = farEnd.url("/success");
    for (int i = 0; i < 3; i++) {
      assertThat(under("sendAsync", "GET", url, farEnd.url("/then"))).isEqualTo("200");
    }
    assertThat(agent.jvm().call("on-dispatcher", farEnd.url("/own"))).isEqualTo("200");
    SpanExpectation[] spans = {server(), sent("/success", 200).childOf(0), then()};
    agent
        .traces()
        .exactly(
            trace(spans),
            trace(server(), sent("/success", 200).childOf(0), then()),
            trace(server(), sent("/success", 200).childOf(0), then()),
            trace(sent("/own", 200).root()));
  }

  @Test
  void theThreadsThatCleanUpKeepNothing() {
    assertThat(under("evict", farEnd.url("/success"), farEnd.url("/closed"))).startsWith("200 200");
    agent
        .traces()
        .exactly(
            trace(server(), sent("/success", 200).childOf(0)), trace(sent("/closed", 200).root()));
  }

  private SpanExpectation then() {
    return sent("/then", 200).childOf(0);
  }

  /** Every send carried the context of its own span, and one only. */
  final void assertForwarded(TraceRecord trace) {
    assertThat(farEnd.requests())
        .allSatisfy(request -> assertThat(request.headers("traceparent")).hasSize(1));
    assertThat(farEnd.requests())
        .extracting(RecordedRequest::spanId)
        .containsExactlyInAnyOrderElementsOf(
            trace.spans().stream().skip(1).map(span -> span.spanId()).toList());
  }

  final String under(String command, String... arguments) {
    return agent.jvm().callUnderSpan(null, command, arguments);
  }

  static SpanExpectation server() {
    return span().kind(SERVER).root();
  }

  final SpanExpectation sent(String path) {
    return span("GET")
        .kind(CLIENT)
        .attribute("url.full", farEnd.url(path))
        .noAttributes("http.request.resend_count");
  }

  final SpanExpectation sent(String path, int status) {
    return sent(path).attribute("http.response.status_code", status);
  }

  final SpanExpectation resent(int count, String path, int status) {
    return span("GET")
        .kind(CLIENT)
        .attribute("url.full", farEnd.url(path))
        .attribute("http.request.resend_count", count)
        .attribute("http.response.status_code", status);
  }

  private Response answer(RecordedRequest request) throws InterruptedException {
    switch (request.path()) {
      case "/silent":
        arrived.countDown();
        ended.await(60, TimeUnit.SECONDS);
        return Response.HANG_UP;
      case "/arrived":
        arrived.await(20, TimeUnit.SECONDS);
        return Response.of(200, "");
      case "/held":
        gate.await(20, TimeUnit.SECONDS);
        return Response.of(200, "");
      case "/timeout":
        return first(request) ? Response.of(408, "") : Response.of(200, "");
      case "/breaks-off":
        return first(request) ? Response.HANG_UP : Response.of(200, "");
      case "/secured":
        return request.header("Authorization") == null
            ? Response.of(401, "", "WWW-Authenticate", "Basic realm=test")
            : Response.of(200, "");
      case "/circular":
        return Response.of(302, "", "Location", farEnd.url("/circular"));
      case "/cacheable":
        return Response.of(200, "kept", "Cache-Control", "max-age=600");
      case "/tagged":
        return request.header("If-None-Match") == null
            ? Response.of(200, "kept", "ETag", "\"a\"", "Cache-Control", "no-cache")
            : Response.of(304, "", "ETag", "\"a\"");
      default:
        return Response.of(200, "");
    }
  }

  private boolean first(RecordedRequest request) {
    return farEnd.requests().stream().filter(r -> r.path().equals(request.path())).count() == 1;
  }
}
