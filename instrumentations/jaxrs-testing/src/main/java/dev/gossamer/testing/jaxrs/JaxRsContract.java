package dev.gossamer.testing.jaxrs;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.SpanStatus;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every JAX-RS framework does: the container makes the one span, the framework names its
 * route.
 */
public abstract class JaxRsContract extends HttpServerContract {
  private final JaxRsServer server;

  protected JaxRsContract(JaxRsServer server) {
    this.server = server;
  }

  @Override
  protected AgentJvmBuilder application() {
    return server.application();
  }

  @Override
  protected String contextPath() {
    return "/app/rest";
  }

  /** Whether methods may return a {@code CompletionStage}, as they may since JAX-RS 2.1. */
  protected boolean knowsStages() {
    return true;
  }

  /** What no method is found for has the mapping of the servlet as its route. */
  protected @Nullable String routeOfNoMethod() {
    return "/*";
  }

  @Override
  protected @Nullable String route(String path) {
    if (path.equals("/not-found")) {
      return routeOfNoMethod();
    }
    return path.startsWith("/path/") ? "/path/{id}/param" : path;
  }

  /** How the exception is wrapped on its way to the container is the framework's business. */
  @Override
  protected Set<ServerFeature> lacking() {
    return EnumSet.of(ServerFeature.EXCEPTION_SEEN);
  }

  @Override
  protected SpanExpectation customize(SpanExpectation serverSpan) {
    return serverSpan.anyEvents();
  }

  /** Every kind of template, below locators too, and every kind of answer; see the file. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/gossamer/testing/jaxrs/routes.csv",
      numLinesToSkip = 1,
      delimiter = '|')
  void theRouteIsWhatTheApplicationWrote(
      String method, String target, int status, String template) {
    String path = contextPath() + target;
    assertThat(RawHttp.request(method, path).send(agent.port()).status()).isEqualTo(status);
    SpanExpectation expected = expected(method, status, template).attribute("url.path", path);
    if (status >= 500) {
      expected.error(String.valueOf(status)).anyEvents();
    }
    agent.traces().exactly(trace(expected));
  }

  @Test
  void aRequestThatAFilterRefusesHasItsRoute() {
    int status =
        RawHttp.request("GET", contextPath() + "/owners/1/pets/2")
            .header("X-Refuse", "yes")
            .send(agent.port())
            .status();
    assertThat(status).isEqualTo(401);
    agent.traces().exactly(trace(expected("GET", 401, "/owners/{ownerId: [0-9]+}/pets/{petId}")));
  }

  @Test
  void recordsWhatAMethodThrewHoweverTheFrameworkWrapsIt() {
    int status = RawHttp.request("GET", contextPath() + "/exception").send(agent.port()).status();
    assertThat(status).isEqualTo(500);
    SpanRecord span = agent.receiver().awaitSpan(it -> it.kind() == SERVER);
    agent.receiver().claim(span);
    assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
    assertThat(span.events())
        .singleElement()
        .satisfies(
            event ->
                assertThat(String.valueOf(event.attributes().get("exception.stacktrace")))
                    .contains("java.lang.IllegalStateException: controller exception"));
  }

  @Test
  void followsAStageToTheThreadThatCompletesIt() {
    assumeTrue(knowsStages());
    assertThat(RawHttp.request("GET", contextPath() + "/cases/stage").send(agent.port()).body())
        .isEqualTo("stage");
    agent
        .traces()
        .exactly(trace(expected("GET", 200, "/cases/stage"), span("GET").kind(CLIENT).childOf(0)));
  }

  /** Else any client could make as many names as it likes. */
  @ParameterizedTest
  @ValueSource(strings = {"/app;any=thing/rest/cases", "/any/../app/rest/cases"})
  void theRouteHasNothingOfAPathThatIsWrittenOddly(String path) {
    assumeTrue(contextPath().startsWith("/app/rest"));
    // Not every framework finds it.
    assertThat(RawHttp.request("GET", path).send(agent.port()).status()).isIn(200, 404);
    agent
        .traces()
        .exactly(
            trace(
                span()
                    .kind(SERVER)
                    .root()
                    .attribute(
                        "http.route",
                        "as it is configured",
                        Set.of("/app/rest/*", "/app/rest/cases")::contains)));
  }

  private SpanExpectation expected(String method, int status, String template) {
    String known = template.equals("/*") ? routeOfNoMethod() : template;
    SpanExpectation span =
        span(known == null ? method : method + " " + contextPath() + known)
            .kind(SERVER)
            .root()
            .attribute("http.response.status_code", status);
    return known == null
        ? span.noAttributes("http.route")
        : span.attribute("http.route", contextPath() + known);
  }
}
