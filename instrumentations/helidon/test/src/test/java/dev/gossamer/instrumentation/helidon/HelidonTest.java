package dev.gossamer.instrumentation.helidon;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every HTTP server does, on Helidon, which has no asynchronous answers. */
final class HelidonTest {
  private abstract static class Contract extends HttpServerContract {
    private final String libraries;

    Contract(String libraries) {
      this.libraries = libraries;
    }

    @Override
    protected AgentJvmBuilder application() {
      return HelidonSources.application(libraries);
    }

    @Override
    protected String contextPath() {
      return "/app";
    }

    @Override
    protected @Nullable String route(String path) {
      return path.startsWith("/path/") ? "/path/{id}/param" : super.route(path);
    }

    @Override
    protected Set<ServerFeature> lacking() {
      return EnumSet.of(ServerFeature.ASYNC);
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
      assertThat(span.attribute("url.path")).isEqualTo("/app/abort");
      assertThat(span.attribute("error.type")).isEqualTo("client_disconnected");
      agent.receiver().claim(span);
    }
  }

  @Nested
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }

    @Test
    void aRequestOverHttp2ContinuesTheTraceAndHasTheAddressThatItsAuthoritySays() {
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
                      .attribute("network.protocol.version", "2")
                      .attribute("server.address", "localhost")
                      .attribute("server.port", agent.port())));
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }

    @Override
    protected Set<ServerFeature> lacking() {
      return EnumSet.of(ServerFeature.ASYNC, ServerFeature.ROUTES, ServerFeature.PATH_PARAMETERS);
    }
  }
}
