package dev.gossamer.instrumentation.apachehttpclient;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanStatus;
import dev.gossamer.testing.TraceRecord;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Apache's clients do besides the contract, send by send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApacheClientCalls {
  @RegisterExtension final AgentExtension agent;

  /** What not every version can do. */
  enum Feature {
    RETRIES,
    CACHES,
    /** The answer of a proxy that refuses is given to the application, not thrown at it. */
    ANSWERS_OF_PROXIES,
    /** Who gives up waiting gives up the request: in version 5.0 it goes on alone. */
    ABORTS
  }

  private final Set<Feature> features;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final CountDownLatch over = new CountDownLatch(1);
  private final RecordingServer farEnd = RecordingServer.start(this::answer);

  ApacheClientCalls(Class<?> main, String libraries, Set<Feature> features) {
    this.features = features;
    agent = AgentExtension.shared(() -> AgentJvm.app(main).libraries(libraries));
  }

  @BeforeEach
  void forget() {
    farEnd.clear();
    seen.clear();
  }

  @AfterAll
  void stopFarEnd() {
    over.countDown();
    farEnd.close();
  }

  @Test
  void anAnswerToAChallengeIsASendOfItsOwn() {
    assertThat(under("challenge", farEnd.url("/challenge"))).isEqualTo("200");
    assertCarried(
        clientTrace(
            client("/challenge", 401).error("401"),
            client("/challenge", 200).attribute("http.request.resend_count", 1)));
  }

  @Test
  void aRetryAfterAnAnswerIsASendOfItsOwn() {
    assumeTrue(features.contains(Feature.RETRIES));
    assertThat(under("retryBusy", farEnd.url("/busy"))).isEqualTo("200");
    assertCarried(
        clientTrace(
            client("/busy", 503).error("503"),
            client("/busy", 200).attribute("http.request.resend_count", 1)));
  }

  @Test
  void aRetryAfterABrokenConnectionIsASendOfItsOwn() {
    assumeTrue(features.contains(Feature.RETRIES));
    assertThat(under("retryBroken", farEnd.url("/broken"))).isEqualTo("200");
    SpanExpectation broken = client("/broken").hasAttributes("error.type").status(SpanStatus.ERROR);
    assertCarried(
        clientTrace(
            broken.anyEvents().noAttributes("http.response.status_code"),
            client("/broken", 200).attribute("http.request.resend_count", 1)));
  }

  @Test
  void aHostApartFromThePathIsPartOfTheUrl() {
    assertThat(under("relative", "" + farEnd.port(), "/relative?a=b")).isEqualTo("200");
    assertCarried(clientTrace(client("/relative?a=b", 200)));
  }

  @Test
  void aProxyIsNotTheServer() {
    String url = "http://backend.test/behind";
    assertThat(under("proxied", "" + farEnd.port(), url)).isEqualTo("200");
    assertCarried(
        clientTrace(
            span("GET")
                .kind(CLIENT)
                .childOf(0)
                .attribute("url.full", url)
                .attribute("server.address", "backend.test")
                .attribute("server.port", 80)
                .attribute("http.response.status_code", 200)));
    assertThat(farEnd.requests().get(0).target()).isEqualTo(url);
  }

  @Test
  void aTunnelThatTheProxyRefusesIsTheAnswer() {
    assumeTrue(features.contains(Feature.ANSWERS_OF_PROXIES));
    String url = "https://backend.test/behind";
    assertThat(under("proxied", "" + farEnd.port(), url)).isEqualTo("403");
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
                    .attribute("server.port", 443)
                    .attribute("http.response.status_code", 403)
                    .error("403")));
    assertThat(farEnd.requests()).extracting(RecordedRequest::method).containsExactly("CONNECT");
  }

  @Test
  void theRequestOfTheApplicationStaysAsItIs() {
    assertThat(under("leavesHeader", farEnd.url("/plain"))).isEqualTo("false");
    assertCarried(clientTrace(client("/plain", 200)));
  }

  @Test
  void anAbortedRequestIsNoError() {
    assumeTrue(features.contains(Feature.ABORTS));
    String url = farEnd.url("/silent");
    CompletableFuture<String> result = CompletableFuture.supplyAsync(() -> under("abortable", url));
    farEnd.awaitRequests(1, request -> request.path().equals("/silent"));
    agent.jvm().call("abort");
    assertThat(result.join()).startsWith("threw ");
    assertCarried(
        clientTrace(client("/silent").noAttributes("http.response.status_code", "error.type")));
  }

  @Test
  void theAnswerIsHandledBelowTheCaller() {
    String url = farEnd.url("/plain");
    String then = farEnd.url("/then");
    assertThat(under("handled", url, then)).isIn("200", "threw java.lang.IllegalStateException");
    agent.traces().exactly(trace(server(), client("/plain", 200), client("/then", 200)));
  }

  @Test
  void anAnswerOutOfTheCacheIsNoSend() {
    assumeTrue(features.contains(Feature.CACHES));
    String url = farEnd.url("/cacheable");
    assertThat(under("cached", url)).isEqualTo("200");
    assertThat(under("cached", url)).isEqualTo("200");
    agent.traces().exactly(trace(server(), client("/cacheable", 200)), trace(server()));
    assertThat(farEnd.requests()).hasSize(1);
  }

  private Response answer(RecordedRequest request) throws InterruptedException {
    if (request.method().equals("CONNECT")) {
      return Response.of(403, "no");
    }
    switch (request.path()) {
      case "/challenge":
        return request.header("Authorization") == null
            ? Response.of(401, "", "WWW-Authenticate", "Basic realm=\"test\"")
            : Response.of(200, "");
      case "/busy":
        return Response.of(seen.add("/busy") ? 503 : 200, "");
      case "/broken":
        return seen.add("/broken") ? Response.HANG_UP : Response.of(200, "");
      case "/silent":
        over.await();
        return Response.HANG_UP;
      case "/cacheable":
        return Response.of(
            200, "kept", "Cache-Control", "max-age=60", "Date", "Fri, 01 Jan 2100 00:00:00 GMT");
      default:
        return Response.of(200, "");
    }
  }

  /** Each request carried the context of its own span. */
  private void assertCarried(TraceRecord trace) {
    List<String> ids = trace.spans().stream().skip(1).map(span -> span.spanId()).toList();
    assertThat(farEnd.requests())
        .extracting(RecordedRequest::spanId)
        .containsExactlyElementsOf(ids);
  }

  private TraceRecord clientTrace(SpanExpectation... clients) {
    SpanExpectation[] spans = new SpanExpectation[clients.length + 1];
    spans[0] = server();
    System.arraycopy(clients, 0, spans, 1, clients.length);
    return agent.traces().exactly(trace(spans)).get(0);
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
