package dev.gossamer.instrumentation.servlet;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.http.HttpServerContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every HTTP server does, and what servlets can do besides: always one server span. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ServletContract extends HttpServerContract {
  protected final ServletServer server;

  ServletContract(ServletServer server) {
    this.server = server;
  }

  @Override
  protected AgentJvmBuilder application() {
    return server.application();
  }

  @Override
  protected String contextPath() {
    return "/app";
  }

  @Override
  protected @Nullable String route(String path) {
    String route = super.route(path);
    return path.startsWith("/path/") ? "/path/*" : route;
  }

  /** Every kind of mapping, dispatch and answer; see the file. */
  @ParameterizedTest
  @CsvFileSource(resources = "requests.csv", numLinesToSkip = 1)
  void oneRequestIsOneServerSpan(
      String target, int status, @Nullable String route, @Nullable String errorType, int calls) {
    assertThat(RawHttp.request("GET", target).send(agent.port()).status()).isEqualTo(status);
    SpanExpectation expected =
        span(route == null ? "GET" : "GET " + route)
            .kind(SERVER)
            .root()
            .attribute(
                "url.path",
                target.contains("?") ? target.substring(0, target.indexOf('?')) : target)
            .attribute("http.response.status_code", status);
    if (route == null) {
      expected.noAttributes("http.route");
    } else {
      expected.attribute("http.route", route);
    }
    if (errorType == null) {
      expected.noAttributes("error.type");
    } else {
      expected.error(errorType).anyEvents();
    }
    SpanExpectation[] spans = new SpanExpectation[calls + 1];
    spans[0] = expected;
    for (int i = 1; i <= calls; i++) {
      spans[i] = span("GET").kind(CLIENT).childOf(0);
    }
    agent.traces().exactly(trace(spans));
  }

  @Test
  void aServletThatThrowsAfterItStartedAnAsynchronousAnswerEndsTheSpan() {
    try {
      RawHttp.request("GET", "/app/async-throws").send(agent.port());
    } catch (RuntimeException brokenOff) {
      // Tomcat answers nothing, with and without an agent.
      assertThat(brokenOff).hasMessageContaining("ended");
    }
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app/async-throws")
                    .kind(SERVER)
                    .root()
                    .error("500")
                    .exception("java.lang.IllegalStateException", "started before")));
  }

  @Test
  void recordsWhatTheServletThrewNotWhatItWrappedItIn() {
    RawHttp.request("GET", "/app/throws-servlet").send(agent.port());
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app/throws-servlet")
                    .kind(SERVER)
                    .root()
                    .error("500")
                    .exception("java.lang.IllegalStateException", "inner")));
  }

  @Test
  void anAnswerThatIsUnderWayKeepsItsStatusWhenTheServletThrows() {
    try {
      RawHttp.request("GET", "/app/throws-late").send(agent.port());
    } catch (RuntimeException brokenOff) {
      assertThat(brokenOff).hasMessageContaining("ended");
    }
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app/throws-late")
                    .kind(SERVER)
                    .root()
                    .attribute("http.response.status_code", 200)
                    .error("java.lang.IllegalStateException")
                    .exception("java.lang.IllegalStateException", "too late")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/abort",
        "/app/abort-wrapped",
        "/app/abort-forgotten",
        "/app/abort-swallowed",
        "/app/abort-flushing"
      })
  void aClientThatGoesAwayEndsTheSpan(String path) throws IOException {
    assumeFalse(
        server.isJetty12() && path.endsWith("forgotten"), "Jetty 12 says what the servlet threw");
    goAway(path);
  }

  /**
   * The last of all: Tomcat may be done with the answer while the application's thread finds out,
   * and then marks the next request that gets the same objects as broken.
   */
  @Test
  @Order(Integer.MAX_VALUE)
  void aClientThatGoesAwayFromAnAsynchronousAnswerEndsTheSpan() throws IOException {
    goAway("/app/async-abort");
  }

  private void goAway(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      // Reset instead of a polite end.
      socket.setSoLinger(true, 0);
    }
    agent.receiver().awaitSpan(it -> it.kind() == SERVER);
    agent
        .traces()
        .exactly(
            trace(
                span("GET " + path)
                    .kind(SERVER)
                    .root()
                    .attribute("http.response.status_code", 200)
                    .error("client_disconnected")
                    .anyEvents()));
  }

  @Test
  void anIoExceptionOfTheApplicationIsNotTheClients() {
    try {
      RawHttp.request("GET", "/app/throws-io-late").send(agent.port());
    } catch (RuntimeException brokenOff) {
      assertThat(brokenOff).hasMessageContaining("ended");
    }
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app/throws-io-late")
                    .kind(SERVER)
                    .root()
                    .attribute("http.response.status_code", 200)
                    .error("java.io.IOException")
                    .exception("java.io.IOException", "its own")));
  }

  @Test
  void aClientThatDoesNotWaitForAnAsynchronousAnswerEndsTheSpanAtTheTimeout() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /app/async-timeout HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      socket.setSoLinger(true, 0);
    }
    SpanRecord span = agent.receiver().awaitSpan(it -> it.kind() == SERVER);
    assertThat(span.name()).isEqualTo("GET /app/async-timeout");
    agent.receiver().claim(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%61pp/exact", "/app/./exact", "/app;x=1/exact", "/app/x/../exact"})
  void theRouteIsTheSameHoweverThePathIsWritten(String path) {
    int status = RawHttp.request("GET", path).send(agent.port()).status();
    SpanExpectation expected = span().kind(SERVER).root();
    if (status == 200) {
      agent.traces().exactly(trace(expected.attribute("http.route", "/app/exact")));
    } else {
      // Refused before any servlet, or by one that has no route.
      agent.receiver().settle();
      assertThat(agent.receiver().unclaimed())
          .allSatisfy(it -> assertThat(it.attribute("http.route")).isNull());
      agent.receiver().claimAll();
    }
  }

  @ParameterizedTest
  @CsvSource({"HEAD, HEAD", "OPTIONS, OPTIONS", "PATCH, PATCH", "get, HTTP"})
  void methodsAreCaseSensitive(String method, String name) {
    RawHttp.request(method, "/app/exact").send(agent.port());
    agent.traces().exactly(trace(span(name + " /app/exact").kind(SERVER).root()));
  }

  @Test
  void aRequestOverHttp2ContinuesTheTraceAndHasTheAddressThatItsAuthoritySays() {
    assumeTrue(server.isTomcat(), "the other containers run with HTTP/1.1 only");
    assertThat(RawHttp.request("GET", "/app/calls-itself").send(agent.port()).body())
        .isEqualTo("HTTP_2");
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app/calls-itself").kind(SERVER).root(),
                span("GET").kind(CLIENT).childOf(0).attribute("network.protocol.version", "2"),
                span("GET /app/exact")
                    .kind(SERVER)
                    .childOf(1)
                    .attribute("network.protocol.version", "2")
                    .attribute("server.address", "localhost")
                    .attribute("server.port", agent.port())));
  }

  @Test
  void anApplicationSeesNoAttributeOfOurs() {
    assertThat(RawHttp.request("GET", "/app/attributes").send(agent.port()).body())
        .doesNotContain("gossamer");
    agent.traces().exactly(trace(span("GET /app/attributes").kind(SERVER).root()));
  }
}
