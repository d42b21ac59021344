package dev.gossamer.instrumentation.asynchttpclient;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceRecord;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the client does besides the contract, send by send. */
final class AsyncHttpClientCallsTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Calls {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Newest2 extends Calls {
    Newest2() {
      super("newest-2");
    }
  }

  @Nested
  final class Newest extends Calls {
    Newest() {
      super("newest");
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Calls {
    @RegisterExtension final AgentExtension agent;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    private final RecordingServer farEnd = RecordingServer.start(this::answer);

    Calls(String variant) {
      agent = AgentExtension.shared(() -> Versions.app(variant));
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

    private Response answer(RecordedRequest request) throws InterruptedException {
      if (request.method().equals("CONNECT")) {
        return Response.of(403, "no");
      }
      switch (request.path()) {
        case "/challenge":
          return request.header("Authorization") == null
              ? Response.of(401, "", "WWW-Authenticate", "Basic realm=\"test\"")
              : Response.of(200, "");
        case "/broken":
          return seen.add("/broken") ? Response.HANG_UP : Response.of(200, "");
        case "/hangs-up":
          return Response.HANG_UP;
        case "/silent":
          over.await();
          return Response.HANG_UP;
        case "/held":
          return Response.of(200, "held").withBodyGate(over);
        case "/circle":
          return Response.of(302, "", "Location", "/circle");
        default:
          return Response.of(200, "");
      }
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
    void aRetryAfterABrokenConnectionIsASendOfItsOwn() {
      assertThat(under("send", "GET", farEnd.url("/broken"))).isEqualTo("200");
      assertCarried(
          clientTrace(
              broken(client("/broken")),
              client("/broken", 200).attribute("http.request.resend_count", 1)));
    }

    @Test
    void theLastRetryHasTheExceptionOfTheApplication() {
      String result = under("send", "GET", farEnd.url("/hangs-up"));
      assertThat(result).isEqualTo("threw org.asynchttpclient.exception.RemotelyClosedException");
      assertCarried(
          clientTrace(
              broken(client("/hangs-up")),
              broken(client("/hangs-up")).attribute("http.request.resend_count", 1)));
    }

    @Test
    void tooManyRedirectsAreRecordedByTheLast() {
      String result = under("send", "GET", farEnd.url("/circle"));
      assertThat(result).isEqualTo("threw org.asynchttpclient.handler.MaxRedirectException");
      SpanExpectation[] hops = new SpanExpectation[5];
      for (int i = 0; i < hops.length; i++) {
        hops[i] = client("/circle", 302);
        if (i > 0) {
          hops[i].attribute("http.request.resend_count", i);
        }
      }
      hops[hops.length - 1].error(result.substring("threw ".length())).anyEvents();
      assertCarried(clientTrace(hops));
    }

    @Test
    void aNameThatIsUnknownIsRecorded() {
      String url = "http://nowhere.invalid/";
      assertThat(under("send", "GET", url)).isEqualTo("threw java.net.UnknownHostException");
      clientTrace(
          span("GET")
              .kind(CLIENT)
              .childOf(0)
              .attribute("url.full", url)
              .attribute("server.address", "nowhere.invalid")
              .attribute("server.port", 80)
              .error("java.net.UnknownHostException")
              .anyEvents());
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
    }

    @Test
    void aTunnelThatTheProxyRefusesIsTheAnswer() {
      String url = "https://backend.test/behind";
      assertThat(under("proxied", "" + farEnd.port(), url)).isEqualTo("403");
      clientTrace(
          span("GET")
              .kind(CLIENT)
              .childOf(0)
              .attribute("url.full", url)
              .attribute("server.address", "backend.test")
              .attribute("server.port", 443)
              .attribute("http.response.status_code", 403)
              .error("403"));
      assertThat(farEnd.requests()).extracting(RecordedRequest::method).containsExactly("CONNECT");
    }

    @Test
    void theRequestOfTheApplicationStaysAsItIs() {
      assertThat(under("leavesHeader", farEnd.url("/plain"))).isEqualTo("false");
      assertCarried(clientTrace(client("/plain", 200)));
    }

    @Test
    void aCancelledRequestIsNoError() {
      under("start", farEnd.url("/silent"));
      farEnd.awaitRequests(1, request -> request.path().equals("/silent"));
      assertThat(agent.jvm().call("cancel")).isEqualTo("true");
      assertCarried(
          clientTrace(client("/silent").noAttributes("http.response.status_code", "error.type")));
    }

    @Test
    void anAnswerThatIsCancelledKeepsItsStatus() {
      under("start", farEnd.url("/held"));
      farEnd.awaitRequests(1, request -> request.path().equals("/held"));
      agent.jvm().call("cancel");
      clientTrace(client("/held").noAttributes("error.type"));
    }

    @Test
    void theSpanEndsWhenTheHandlerWantsNoMore() {
      assertThat(under("stopsReading", farEnd.url("/held"))).isEqualTo("200");
      assertCarried(clientTrace(client("/held", 200)));
    }

    @Test
    void handlersAreToldInTheContextOfTheCaller() {
      String head = farEnd.url("/head");
      String end = farEnd.url("/end");
      assertThat(under("handled", farEnd.url("/plain"), head, end)).isEqualTo("200");
      clientTrace(client("/plain", 200), client("/head", 200), client("/end", 200));
    }

    @Test
    void stagesOfTheFutureRunInTheContextOfTheCaller() {
      String then = farEnd.url("/then");
      assertThat(under("stage", farEnd.url("/plain"), then)).isEqualTo("200");
      clientTrace(client("/plain", 200), client("/then", 200));
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
      spans[0] = span().kind(SERVER).root();
      System.arraycopy(clients, 0, spans, 1, clients.length);
      return agent.traces().exactly(trace(spans)).get(0);
    }

    private String under(String command, String... arguments) {
      return agent.jvm().callUnderSpan(null, command, arguments);
    }

    private static SpanExpectation broken(SpanExpectation span) {
      return span.error("org.asynchttpclient.exception.RemotelyClosedException")
          .anyEvents()
          .noAttributes("http.response.status_code");
    }

    private SpanExpectation client(String target, int status) {
      return client(target).attribute("http.response.status_code", status);
    }

    private SpanExpectation client(String target) {
      return span("GET").kind(CLIENT).childOf(0).attribute("url.full", farEnd.url(target));
    }
  }
}
