package dev.gossamer.instrumentation.quarkus;

import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.instrumentation.quarkus.app.QuarkusMainApp;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every JAX-RS framework does. */
abstract class QuarkusContract extends JaxRsContract {
  private final QuarkusServer server;

  QuarkusContract(QuarkusServer server) {
    super(JaxRsServer.jakarta(server.release(), QuarkusMainApp.class));
    this.server = server;
  }

  @Override
  protected AgentJvmBuilder application() {
    return server.application();
  }

  @Override
  protected String contextPath() {
    String path = server.rootPath() + server.restPath();
    return path.equals("//") ? "" : path;
  }

  @Override
  protected @Nullable String routeOfNoMethod() {
    return null;
  }

  /** Quarkus' own page answers them all; the path of the REST application is not in theirs. */
  @ParameterizedTest
  @CsvSource({
    "/plain/7, /plain/:id, 200, ",
    "/refused, /refused, 401, ",
    "/missing, /missing, 404, ",
    "/failing, /failing, 500, failing"
  })
  void whatIsBesideTheRestApplicationIsNamedByVertxWeb(
      String path, String route, int status, @Nullable String message) {
    String root = contextPath().isEmpty() ? "" : "/shop";
    assertThat(RawHttp.request("GET", root + path).send(agent.port()).status()).isEqualTo(status);
    SpanExpectation expected =
        span("GET " + root + route)
            .kind(SERVER)
            .root()
            .attribute("http.route", root + route)
            .attribute("http.response.status_code", status);
    if (message == null) {
      expected.noAttributes("error.type");
    } else {
      expected.error("500").exception("java.lang.IllegalStateException", message);
    }
    agent.traces().exactly(trace(expected));
  }
}
