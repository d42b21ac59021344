package dev.gossamer.instrumentation.spark;

import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.SpanStatus;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.io.IOException;
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
abstract class SparkContract extends HttpServerContract {
  private final Class<?> app;
  private final String libraries;
  private final String contextPath;

  SparkContract(Class<?> app, String libraries, String contextPath) {
    this.app = app;
    this.libraries = libraries;
    this.contextPath = contextPath;
  }

  @Override
  protected AgentJvmBuilder application() {
    try {
      Path files = Files.createDirectories(Path.of("target", "files")).toAbsolutePath();
      Files.writeString(files.resolve("file.txt"), "static");
      return AgentJvm.app(app).libraries(libraries).args(files.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected String contextPath() {
    return contextPath;
  }

  @Override
  protected @Nullable String route(String path) {
    return path.startsWith("/path/") ? "/path/:id/param" : super.route(path);
  }

  @Override
  protected Set<ServerFeature> lacking() {
    return EnumSet.of(ServerFeature.ASYNC, ServerFeature.NON_STANDARD_METHOD);
  }

  @ParameterizedTest
  @CsvSource({
    "/users/7, /users/:id, 200",
    "/files/a/b, /files/*, 200",
    "/unslashed/7, /unslashed/:id, 200",
    "/refused/7, , 401",
    "/halted/7, /halted/:id, 403",
    "/moved/7, , 302",
    "/mapped/7, /mapped/:id, 418",
    "/path/7, , 404"
  })
  void namesTheTemplateOfTheRouteAndNotOfAFilter(String path, @Nullable String route, int status) {
    // As a filter, the newest looks for exception handlers where nobody can put one.
    assumeFalse(
        path.equals("/mapped/7") && app == SparkFilterApp.class && libraries.equals("newest"));
    String target = contextPath + path;
    assertThat(RawHttp.request("GET", target).send(agent.port()).status()).isEqualTo(status);
    SpanExpectation expected =
        span(route == null ? "GET" : "GET " + contextPath + route)
            .kind(SERVER)
            .root()
            .attribute("url.path", target)
            .attribute("http.response.status_code", status)
            .noAttributes("error.type");
    agent
        .traces()
        .exactly(
            trace(
                route == null
                    ? expected.noAttributes("http.route")
                    : expected.attribute("http.route", contextPath + route)));
  }

  @ParameterizedTest
  @CsvSource({"/file.txt, 200", "/missing.txt, 404"})
  void aFileHasNoRoute(String path, int status) {
    String target = contextPath.isEmpty() ? path : "/app" + path;
    assertThat(RawHttp.request("GET", target).send(agent.port()).status()).isEqualTo(status);
    agent
        .traces()
        .exactly(
            trace(
                span("GET")
                    .kind(SERVER)
                    .root()
                    .attribute("url.path", target)
                    .attribute("http.response.status_code", status)
                    .noAttributes("http.route")));
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
    assertThat(span.name()).isEqualTo("GET " + contextPath() + "/abort/:id");
    assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
    assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
    assertThat(span.attribute("error.type")).isEqualTo("client_disconnected");
    agent.receiver().claim(span);
  }
}
