package dev.gossamer.instrumentation.javalin;

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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every HTTP server does, and the routes of every kind of handler. */
abstract class JavalinContract extends HttpServerContract {
  private final String libraries;

  JavalinContract(String libraries) {
    this.libraries = libraries;
  }

  @Override
  protected AgentJvmBuilder application() {
    try {
      Path files = Files.createDirectories(Path.of("target", "files")).toAbsolutePath();
      Files.writeString(files.resolve("file.txt"), "static");
      return AgentJvm.app(JavalinApp.class).libraries(libraries).args(files.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected String contextPath() {
    return "/app";
  }

  @Override
  protected @Nullable String route(String path) {
    // Where no handler takes a request there is the mapping of Javalin's servlet.
    return path.equals("/not-found")
        ? "/*"
        : path.startsWith("/path/") ? "/path/{id}/param" : super.route(path);
  }

  @Override
  protected Set<ServerFeature> lacking() {
    return EnumSet.of(ServerFeature.NON_STANDARD_METHOD);
  }

  @ParameterizedTest
  @CsvSource({
    "/users/7, /users/{id}, 200",
    "/files/a/b/c, /files/<path>, 200",
    "/unslashed/7, /unslashed/{id}, 200",
    "/refused/7, /*, 401",
    "/forbidden/7, /forbidden/{id}, 401",
    "/moved/7, /*, 302",
    "/mapped/7, /mapped/{id}, 418",
    "/events/news, /events/{topic}, 200",
    "/file.txt, /*, 200",
    "/path/7, /*, 404"
  })
  void namesTheTemplateOfTheEndpointAndNotOfAFilter(String path, String route, int status) {
    assertThat(RawHttp.request("GET", "/app" + path).send(agent.port()).status()).isEqualTo(status);
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app" + route)
                    .kind(SERVER)
                    .root()
                    .attribute("url.path", "/app" + path)
                    .attribute("http.route", "/app" + route)
                    .attribute("http.response.status_code", status)
                    .noAttributes("error.type")));
  }

  @ParameterizedTest
  @CsvSource({
    "/error, java.lang.AssertionError, not even an exception",
    "/failed-future, java.lang.IllegalStateException, failed later"
  })
  void recordsWhatNoExceptionHandlerTakes(String path, String type, String message) {
    assertThat(RawHttp.request("GET", "/app" + path + "/7").send(agent.port()).status())
        .isEqualTo(500);
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app" + path + "/{id}")
                    .kind(SERVER)
                    .root()
                    .error("500")
                    .exception(type, message)));
  }

  @Test
  void anUpgradeToAWebSocketHasOneSpan() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /app/socket/7 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                      + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                      + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(reader.readLine()).startsWith("HTTP/1.1 101");
    }
    agent
        .traces()
        .exactly(
            trace(
                span("GET /app" + socketRoute())
                    .kind(SERVER)
                    .root()
                    .attribute("url.path", "/app/socket/7")
                    .attribute("http.response.status_code", 101)));
  }

  @Test
  void aClientThatGoesAwayEndsTheSpan() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + contextPath() + "/abort/7 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      // Reset instead of a polite end.
      socket.setSoLinger(true, 0);
    }
    SpanRecord span = agent.receiver().awaitSpan(it -> it.kind() == SERVER);
    assertThat(span.name()).isEqualTo("GET " + contextPath() + "/abort/{id}");
    assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
    assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
    assertThat(span.attribute("error.type")).isEqualTo("client_disconnected");
    agent.receiver().claim(span);
  }

  private String socketRoute() {
    return libraries.equals("newest") || libraries.equals("oldest-7") ? "/socket/{id}" : "/*";
  }
}
