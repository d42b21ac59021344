package dev.gossamer.instrumentation.jdkhttpserver;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One exchange is one span, however and by whomever it is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdkExchangesTest {
  private final RecordingServer farEnd = RecordingServer.start();

  @RegisterExtension
  final AgentExtension agent =
      AgentExtension.shared(() -> AgentJvm.app(JdkExchangesApp.class).args(farEnd.url("/")));

  @AfterAll
  void stopFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, GET /, 200",
    "/other, GET, 200",
    "/prefix, GET /prefix, 200",
    "/prefix/a/b, GET /prefix, 200",
    "/prefix/longer/c, GET /prefix/longer, 200",
    "/no-close, GET /no-close, 204",
    "/streamed, GET /streamed, 200",
    "/later, GET /later, 200",
    "/later-no-content, GET /later-no-content, 204",
    "/filter-answers, GET /filter-answers, 403",
    "/filter-mends, GET /filter-mends, 200",
    "/locked, GET /locked, 401",
  })
  void oneExchangeIsOneSpan(String path, String name, int status) {
    assertThat(RawHttp.request("GET", path).send(agent.port()).status()).isEqualTo(status);
    SpanExpectation expected =
        span(name).kind(SERVER).root().attribute("http.response.status_code", status);
    agent
        .traces()
        .exactly(trace(name.equals("GET") ? expected.noAttributes("http.route") : expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/closed", "/later-closed"})
  void anExchangeClosedWithoutAnAnswerEnds(String path) {
    assertThatThrownBy(() -> RawHttp.request("GET", path).send(agent.port()))
        .hasMessageContaining("ended");
    agent
        .traces()
        .exactly(
            trace(
                span("GET " + path).kind(SERVER).root().noAttributes("http.response.status_code")));
  }

  @Test
  void whatAnotherThreadCallsBelongsToTheExchange() {
    assertThat(RawHttp.request("GET", "/later-calls").send(agent.port()).status()).isEqualTo(503);
    agent
        .traces()
        .exactly(
            trace(
                span("GET /later-calls").kind(SERVER).root().error("503"),
                span("GET").kind(CLIENT).childOf(0)));
  }

  @Test
  void whatFiltersCallBelongsToTheExchange() {
    assertThat(RawHttp.request("GET", "/filters").send(agent.port()).status()).isEqualTo(200);
    agent
        .traces()
        .exactly(
            trace(
                span("GET /filters").kind(SERVER).root(),
                span("GET").kind(CLIENT).childOf(0),
                span("GET").kind(CLIENT).childOf(0)));
  }

  @Test
  void anExceptionAfterTheHeadersIsAnErrorWithTheStatusThatWasSent() {
    try {
      assertThat(RawHttp.request("GET", "/throws-late").send(agent.port()).body()).isEmpty();
    } catch (UncheckedIOException brokenOff) {
      // Newer JDKs hold the headers back until there is a body.
      assertThat(brokenOff).hasMessageContaining("ended");
    }
    agent
        .traces()
        .exactly(
            trace(
                span("GET /throws-late")
                    .kind(SERVER)
                    .root()
                    .attribute("http.response.status_code", 200)
                    .error("java.io.IOException")
                    .exception("java.io.IOException", "too late")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "PATCH", "DELETE"})
  void knownMethodsAreNamed(String method) {
    RawHttp.request(method, "/no-close").send(agent.port());
    agent.traces().exactly(trace(span(method + " /no-close").kind(SERVER).root()));
  }

  @Test
  void aServerWithoutExecutorKeepsItsRequestsApart() {
    AgentJvm inline =
        agent.launch(AgentJvm.app(JdkExchangesApp.class).args(farEnd.url("/"), "inline"));
    RawHttp.request("GET", "/filters").send(inline.port());
    RawHttp.request("GET", "/prefix").send(inline.port());
    agent
        .traces()
        .exactly(
            trace(
                span("GET /filters").kind(SERVER).root(),
                span("GET").kind(CLIENT).childOf(0),
                span("GET").kind(CLIENT).childOf(0)),
            trace(span("GET /prefix").kind(SERVER).root()));
  }
}
