package dev.gossamer.instrumentation.netty;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One request is one span, however and whenever it is answered, and whoever handles it where. */
final class NettyExchangesTest {
  @Nested
  final class Codec extends Exchanges {
    Codec() {
      super("newest", "codec");
    }

    @Test
    void interimAnswersDoNotCount() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/continue").readUntil("after 100");
        agent.traces().exactly(trace(answered(200)));
        connection.get("/plain").readUntil("/plain");
        agent.traces().exactly(trace(answered(200)));
      }
    }

    @Test
    void aChangeToWebSocketsIsTheEndOfTheRequest() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/web-socket").readUntil("\r\n\r\n");
        agent.traces().exactly(trace(answered(101)));
      }
    }

    @Test
    void aRequestWithoutAnswerEndsWithItsConnection() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/close").readToEnd();
        agent.traces().exactly(trace(unanswered()));
      }
    }

    @Test
    void everyUnansweredRequestEndsWhenTheClientGoesAway() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/plain").get("/never").get("/never").readUntil("/plain");
      }
      agent.traces().exactly(trace(answered(200)), trace(unanswered()), trace(unanswered()));
    }

    @Test
    void anAnswerThatBreaksOffEndsItsSpan() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/half").readToEnd();
        agent
            .traces()
            .exactly(
                trace(
                    span("GET")
                        .kind(SERVER)
                        .root()
                        .attribute("http.response.status_code", 200)
                        .error("client_disconnected")));
      }
    }

    @ParameterizedTest
    @CsvSource({"/announced", "/announced-void"})
    void aClientThatLeavesWithAllThatWasAnnouncedIsNotGoneTooEarly(String path) {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get(path).readUntil("all of it");
      }
      agent.traces().exactly(trace(answered(200).noAttributes("error.type")));
    }

    @Test
    void aRequestThatAHandlerBeginsWithBeforeItIsCompleteHasItsContext() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        String head = " /on-read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n";
        connection.send("POST" + head).readUntil("100 Continue");
        connection.send("body").readUntil("/on-read");
        connection.get("/plain").readUntil("/plain");
        agent
            .traces()
            .exactly(trace(span("POST").kind(SERVER).root(), call("read")), trace(answered(200)));
      }
    }

    @Test
    void recordsAnExceptionThatBecameAnErrorOfTheServer() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/throws").readToEnd();
        agent
            .traces()
            .exactly(
                trace(
                    answered(500)
                        .error("500")
                        .exception("java.lang.IllegalStateException", "on purpose")));
      }
    }

    @Test
    void anExceptionThatBecameAnErrorOfTheClientWasHandled() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/throws-as-400").readToEnd();
        agent.traces().exactly(trace(answered(400)));
      }
    }

    @Test
    void recordsAnExceptionThatClosedTheConnection() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/throws-and-closes").readToEnd();
        agent
            .traces()
            .exactly(
                trace(
                    span("GET")
                        .kind(SERVER)
                        .root()
                        .error("java.lang.IllegalStateException")
                        .noAttributes("http.response.status_code")
                        .exception("java.lang.IllegalStateException", "on purpose")));
      }
    }

    @Test
    void aRequestThatCannotBeReadIsASpanOfWhatIsKnown() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/" + "x".repeat(5000)).readUntil("bad");
        SpanExpectation unreadable =
            span("HTTP")
                .kind(SERVER)
                .root()
                .attribute("http.request.method", "_OTHER")
                .attribute("http.response.status_code", 400)
                .noAttributes("url.path", "error.type");
        agent.traces().exactly(trace(unreadable));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "http://shop.example/a/b?c=d, /a/b, c=d",
      "http://shop.example?c=/d, , c=/d",
      "http://shop.example, ,",
      "/a?b=http://c/d, /a, b=http://c/d",
      "*, *,",
    })
    void takesTheTargetApart(String target, String path, String query) {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get(target).readUntil(target);
        SpanExpectation expected = answered(200);
        expected =
            path == null ? expected.noAttributes("url.path") : expected.attribute("url.path", path);
        agent
            .traces()
            .exactly(
                trace(
                    query == null
                        ? expected.noAttributes("url.query")
                        : expected.attribute("url.query", query)));
      }
    }

    @Test
    void tellsTheCallerItsTraceWhereThatIsAskedFor() {
      AgentJvm telling =
          agent.launch(application().env("GOSSAMER_HTTP_SERVER_TRACE_RESPONSE", "traceresponse"));
      try (RawConnection connection = new RawConnection(telling.port())) {
        String answer = connection.get("/streamed", "Connection: close").readToEnd();
        String traceId = agent.traces().exactly(trace(answered(200))).get(0).traceId();
        assertThat(answer).containsOnlyOnce("traceresponse: 00-" + traceId);
      }
    }

    @Test
    void nothingOfAnAnsweredRequestStaysWithItsConnection() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        for (int i = 0; i < 20; i++) {
          connection.get("/plain").readUntil("/plain");
        }
        agent.receiver().settle();
        agent.receiver().claimAll();
        agent
            .receiver()
            .await(
                "requests to be collected",
                () -> Integer.parseInt(agent.jvm().call("requests-alive")) <= 0 ? true : null);
      }
    }

    @Test
    void nothingStaysOnTheEventLoop() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/throws").readToEnd();
        agent.receiver().settle();
        agent.receiver().claimAll();
      }
      agent.jvm().call("current-on-loop");
      agent.traces().exactly(trace(span("GET").kind(CLIENT).root()));
    }
  }

  @Nested
  final class SeparateCodecs extends Exchanges {
    SeparateCodecs() {
      super("newest", "parts");
    }
  }

  @Nested
  final class HandlerElsewhere extends Exchanges {
    HandlerElsewhere() {
      super("newest", "handler-elsewhere");
    }
  }

  @Nested
  final class CodecElsewhere extends Exchanges {
    CodecElsewhere() {
      super("newest", "codec-elsewhere");
    }
  }

  @Nested
  final class RequestsHeldBack extends Exchanges {
    RequestsHeldBack() {
      super("newest", "held-back");
    }

    @Test
    void aRequestThatWasHeldBackIsHandledInItsOwnContext() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.get("/later").get("/on-head").get("/on-content", "Connection: close");
        assertThat(connection.readToEnd()).contains("later", "/on-head", "/on-content");
        agent
            .traces()
            .exactly(
                trace(answered(200).attribute("url.path", "/later"), call("later")),
                trace(answered(200).attribute("url.path", "/on-head"), call("head")),
                trace(answered(200).attribute("url.path", "/on-content"), call("content")));
      }
    }
  }

  @Nested
  @Tag("older-version")
  final class Older extends Exchanges {
    Older() {
      super("oldest", "codec");
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Exchanges {
    private final RecordingServer farEnd = RecordingServer.start();

    private final String variant;
    private final String kind;

    @RegisterExtension final AgentExtension agent = AgentExtension.shared(this::application);

    Exchanges(String variant, String kind) {
      this.variant = variant;
      this.kind = kind;
    }

    final AgentJvmBuilder application() {
      return AgentJvm.app(NettyExchangesApp.class).libraries(variant).args(farEnd.url("/"), kind);
    }

    @AfterAll
    void stopFarEnd() {
      farEnd.close();
    }

    @ParameterizedTest
    @CsvSource({
      "/plain, /plain, 0",
      "/void, void, 0",
      "/streamed, two, 0",
      "/on-head, on-head, 1",
      "/on-content, on-content, 1",
      "/later, later, 1",
    })
    void oneRequestIsOneSpan(String path, String body, int calls) {
      try (RawConnection connection = new RawConnection(agent.port())) {
        for (int i = 0; i < 3; i++) {
          connection.get(path).readUntil(body);
          // The chunked answer's end follows its last chunk.
          if (calls == 0) {
            agent.traces().exactly(trace(answered(200).attribute("url.path", path)));
          } else {
            agent
                .traces()
                .exactly(
                    trace(
                        answered(200).attribute("url.path", path),
                        span("GET").kind(CLIENT).childOf(0)));
          }
        }
      }
    }

    @Test
    void aContentBelongsToItsRequest() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        connection.send(
            "POST /on-content HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        connection.send("3\r\nabc\r\n");
        farEnd.awaitRequests(1, request -> request.path().equals("/content"));
        connection.send("0\r\n\r\n").readUntil("/on-content");
        agent
            .traces()
            .exactly(
                trace(
                    span("POST").kind(SERVER).root(),
                    span("GET").kind(CLIENT).childOf(0),
                    span("GET").kind(CLIENT).childOf(0)));
      }
      farEnd.clear();
    }

    @Test
    void theLastAnswerOfAConnectionIsComplete() {
      try (RawConnection connection = new RawConnection(agent.port())) {
        assertThat(connection.get("/plain", "Connection: close").readToEnd()).endsWith("/plain");
        agent.traces().exactly(trace(answered(200).status(SpanStatus.UNSET)));
      }
    }

    final SpanExpectation answered(int status) {
      return span("GET").kind(SERVER).root().attribute("http.response.status_code", status);
    }

    final SpanExpectation unanswered() {
      return span("GET")
          .kind(SERVER)
          .root()
          .error("client_disconnected")
          .noAttributes("http.response.status_code");
    }

    final SpanExpectation call(String path) {
      return span("GET").kind(CLIENT).childOf(0).attribute("url.full", farEnd.url("/" + path));
    }
  }
}
