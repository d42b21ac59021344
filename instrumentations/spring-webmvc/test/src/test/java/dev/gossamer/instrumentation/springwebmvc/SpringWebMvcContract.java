package dev.gossamer.instrumentation.springwebmvc;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gossamer.instrumentation.springwebmvc.app.SpringMain;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What every HTTP server does, by one version of Spring MVC in Tomcat, and what Spring adds. */
abstract class SpringWebMvcContract extends HttpServerContract {
  private final String version;

  SpringWebMvcContract(String version) {
    this.version = version;
  }

  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(SpringMain.class).libraries(version);
  }

  @Override
  protected Set<ServerFeature> lacking() {
    // Spring Security refuses methods that it does not know.
    return EnumSet.of(ServerFeature.NON_STANDARD_METHOD);
  }

  /** Whether the container's instrumentation makes the spans, rather than the servlets'. */
  boolean isTracedByTomcat() {
    return true;
  }

  @Override
  protected String contextPath() {
    return "/app";
  }

  @Override
  protected @Nullable String route(String path) {
    return path.startsWith("/path/") ? "/path/{id}/param" : super.route(path);
  }

  /** Every kind of handler, dispatch and answer; see the file. */
  @ParameterizedTest
  @CsvFileSource(resources = "/requests.csv", numLinesToSkip = 1)
  void namesTheRouteOfEveryKindOfHandler(
      String target, int status, @Nullable String route, @Nullable String errorType, int calls) {
    assertThat(RawHttp.request("GET", target).send(agent.port()).status()).isEqualTo(status);
    SpanExpectation expected =
        span(route == null ? "GET" : "GET " + route)
            .kind(SERVER)
            .root()
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
  void recordsWhatTheControllerThrewNotWhatSpringWrappedItIn() {
    RawHttp.request("GET", "/app/uncaught/1").send(agent.port());
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app/uncaught/{id}")
                    .kind(SERVER)
                    .root()
                    .error("500")
                    .exception("java.lang.IllegalStateException", "uncaught")));
  }

  @Test
  void aReaderOfEventsThatGoesAwayEndsTheSpan() throws IOException {
    assumeTrue(isTracedByTomcat(), "Tomcat does not always complete such a request");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /app/sse-endless/1 HTTP/1.1\r\nHost: localhost\r\n\r\n"
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
                span("GET /app/sse-endless/{id}")
                    .kind(SERVER)
                    .root()
                    .attribute("http.response.status_code", 200)
                    .error("client_disconnected")
                    .anyEvents()));
  }

  @Test
  void namesNoRouteWhereSecurityForbidsIt() {
    // user:password
    RawHttp request =
        RawHttp.request("GET", "/app/forbidden/1")
            .header("Authorization", "Basic dXNlcjpwYXNzd29yZA==");
    assertThat(request.send(agent.port()).status()).isEqualTo(403);
    agent
        .traces()
        .exactly(trace(span("GET").kind(SERVER).root().noAttributes("http.route", "error.type")));
  }

  @Test
  void namesTheRouteBehindSecurity() {
    RawHttp request =
        RawHttp.request("GET", "/app/secured/1")
            .header("Authorization", "Basic dXNlcjpwYXNzd29yZA==");
    assertThat(request.send(agent.port()).status()).isEqualTo(200);
    agent.traces().exactly(trace(span("GET /app/secured/{id}").kind(SERVER).root()));
  }

  @Test
  void namesTheRouteOfOneMethodOfAPath() {
    assertThat(RawHttp.request("POST", "/app/owners").send(agent.port()).status()).isEqualTo(200);
    agent.traces().exactly(trace(span("POST /app/owners").kind(SERVER).root()));
  }
}
