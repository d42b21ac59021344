package dev.gossamer.instrumentation.undertow;

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
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every HTTP server does, and what Undertow's handlers can do besides. */
final class UndertowTest {
  private abstract static class Contract extends HttpServerContract {
    private final String libraries;

    Contract(String libraries) {
      this.libraries = libraries;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(UndertowApp.class).libraries(libraries);
    }

    @Override
    protected String contextPath() {
      return "/app";
    }

    @Override
    protected @Nullable String route(String path) {
      return path.startsWith("/path/") ? "/path/{id}/param" : super.route(path);
    }

    @Test
    void whatNoHandlerTakesHasASpan() {
      assertThat(RawHttp.request("GET", "/outside").send(agent.port()).status()).isEqualTo(404);
      agent
          .traces()
          .exactly(
              trace(
                  span("GET")
                      .kind(SERVER)
                      .root()
                      .attribute("url.path", "/outside")
                      .attribute("http.response.status_code", 404)
                      .noAttributes("http.route")));
    }

    @ParameterizedTest
    @CsvSource({"GET, /dispatched, 202", "GET, /callback, 200", "POST, /receives, 200"})
    void whatOtherThreadsCallBelongsToTheRequest(String method, String path, int status) {
      RawHttp request = RawHttp.request(method, "/app" + path + "?id=1");
      if (method.equals("POST")) {
        request.chunked("body");
      }
      assertThat(request.send(agent.port()).status()).isEqualTo(status);
      agent
          .traces()
          .exactly(
              trace(
                  span(method + " /app" + path)
                      .kind(SERVER)
                      .root()
                      .attribute("http.response.status_code", status),
                  span("GET").kind(CLIENT).childOf(0)));
    }

    @Test
    void aRequestThatChangesTheConnectionToHttp2HasOneSpan() {
      assertThat(RawHttp.request("GET", "/app/calls-itself").send(agent.port()).body())
          .isEqualTo("HTTP_2");
      agent
          .traces()
          .exactly(
              trace(
                  span("GET /app/calls-itself").kind(SERVER).root(),
                  span("GET").kind(CLIENT).childOf(0).attribute("network.protocol.version", "2"),
                  span("GET /app/success")
                      .kind(SERVER)
                      .childOf(1)
                      .attribute("http.response.status_code", 200)
                      .attribute("server.address", "localhost")
                      .attribute("server.port", agent.port())));
    }

    @Test
    void aClientThatGoesAwayEndsTheSpan() throws IOException {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
        socket
            .getOutputStream()
            .write(
                "GET /app/abort HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        // Reset instead of a polite end.
        socket.setSoLinger(true, 0);
      }
      SpanRecord span = agent.receiver().awaitSpan(it -> it.kind() == SERVER);
      assertThat(span.name()).isEqualTo("GET /app/abort");
      assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
      assertThat(span.attribute("error.type")).isEqualTo("client_disconnected");
      assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
      agent.receiver().claim(span);
    }
  }

  @Nested
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }
}
