package dev.gossamer.instrumentation.jetty;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.SpanStatus;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every HTTP server does, and what Jetty's handlers can do besides. */
abstract class JettyContract extends HttpServerContract {
  private final Class<?> app;
  private final String libraries;

  JettyContract(Class<?> app, String libraries) {
    this.app = app;
    this.libraries = libraries;
  }

  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(app).libraries(libraries);
  }

  @Override
  protected String contextPath() {
    return "/app";
  }

  @Override
  protected Set<ServerFeature> lacking() {
    return EnumSet.of(ServerFeature.ROUTES, ServerFeature.PATH_PARAMETERS);
  }

  @ParameterizedTest
  @CsvSource({"/outside, 404", "/app/no-handler, 404", "/app/fails-later, 500"})
  void whateverAnswersThereIsOneSpan(String target, int status) {
    assertThat(RawHttp.request("GET", target).send(agent.port()).status()).isEqualTo(status);
    if (status == 500) {
      agent
          .traces()
          .exactly(
              trace(
                  span("GET")
                      .kind(SERVER)
                      .root()
                      .error("500")
                      .exception("java.lang.IllegalStateException", "failed later")));
    } else {
      agent
          .traces()
          .exactly(
              trace(
                  span("GET")
                      .kind(SERVER)
                      .root()
                      .attribute("url.path", target)
                      .attribute("http.response.status_code", status)));
    }
  }

  @Test
  void aRequestOverHttp2ContinuesTheTraceAndHasTheAddressThatItsAuthoritySays() {
    assertThat(RawHttp.request("GET", "/app/calls-itself").send(agent.port()).body())
        .isEqualTo("HTTP_2");
    agent
        .traces()
        .exactly(
            trace(
                span("GET").kind(SERVER).root(),
                span("GET").kind(CLIENT).childOf(0).attribute("network.protocol.version", "2"),
                span("GET")
                    .kind(SERVER)
                    .childOf(1)
                    .attribute("network.protocol.version", "2")
                    .attribute("server.address", "localhost")
                    .attribute("server.port", agent.port())));
  }

  @Test
  void whatIsDoneWhenTheBodyHasArrivedBelongsToTheRequest() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      socket.setTcpNoDelay(true);
      send(
          socket,
          "POST /app/reads-on-demand HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
              + "Expect: 100-continue\r\nConnection: close\r\n\r\n");
      // The handler asks for the body, so it has looked for it in vain.
      assertThat(line(socket)).startsWith("HTTP/1.1 100");
      send(socket, "body");
      assertThat(line(socket)).isEmpty();
      assertThat(line(socket)).startsWith("HTTP/1.1 200");
    }
    agent
        .traces()
        .exactly(trace(span("POST").kind(SERVER).root(), span("GET").kind(CLIENT).childOf(0)));
  }

  @Test
  void aClientThatGoesAwayEndsTheSpan() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      send(socket, "GET /app/abort HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      // Reset instead of a polite end.
      socket.setSoLinger(true, 0);
    }
    SpanRecord span = agent.receiver().awaitSpan(it -> it.kind() == SERVER);
    assertThat(span.attribute("url.path")).isEqualTo("/app/abort");
    assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
    assertThat(span.attribute("error.type")).isEqualTo("client_disconnected");
    assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
    agent.receiver().claim(span);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = socket.getInputStream().read(); b != '\n'; b = socket.getInputStream().read()) {
      if (b < 0) {
        throw new IOException("the connection ended after " + line);
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
