package dev.gossamer.instrumentation.grizzly;

import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every HTTP server does, and what Grizzly's handlers can do besides. */
final class GrizzlyTest {
  private abstract static class Contract extends HttpServerContract {
    private final String libraries;

    Contract(String libraries) {
      this.libraries = libraries;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(GrizzlyApp.class).libraries(libraries);
    }

    @Override
    protected String contextPath() {
      return "/app";
    }

    @Override
    protected Set<ServerFeature> lacking() {
      return EnumSet.of(ServerFeature.ROUTES, ServerFeature.PATH_PARAMETERS);
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
                      .attribute("http.response.status_code", 404)));
    }

    @Test
    void aClientThatGoesAwayInTheMiddleOfTheAnswerEndsTheSpan() throws IOException {
      try (Socket socket = connect("/app/abort")) {
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        // Reset instead of a polite end.
        socket.setSoLinger(true, 0);
      }
      assertDisconnected("/app/abort");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeEndsTheSpan() throws IOException {
      try (Socket unused = connect("/app/never")) {
        assertDisconnected("/app/never");
      }
    }

    private Socket connect(String path) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port());
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return socket;
    }

    private void assertDisconnected(String path) {
      SpanRecord span = agent.receiver().awaitSpan(it -> it.kind() == SERVER);
      assertThat(span.attribute("url.path")).isEqualTo(path);
      assertThat(span.attribute("error.type")).isEqualTo("client_disconnected");
      agent.receiver().claim(span);
    }
  }

  @Nested
  @Tag("older-version")
  final class Grizzly2 extends Contract {
    Grizzly2() {
      super("grizzly-2");
    }
  }

  @Nested
  final class Grizzly4 extends Contract {
    Grizzly4() {
      super("grizzly-4");
    }
  }
}
