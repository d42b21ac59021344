package dev.gossamer.instrumentation.tomcat;

import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Tomcat answers by itself and by valves. What its servlets answer is in the tests of the
 * servlet instrumentation.
 */
final class TomcatTest {
  private abstract static class Contract extends HttpServerContract {
    private final String libraries;

    Contract(String libraries) {
      this.libraries = libraries;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(TomcatApp.class).libraries(libraries);
    }

    @Override
    protected Set<ServerFeature> lacking() {
      return EnumSet.of(ServerFeature.ROUTES, ServerFeature.PATH_PARAMETERS, ServerFeature.ASYNC);
    }

    @Override
    protected String contextPath() {
      return "/app";
    }

    @ParameterizedTest
    @CsvSource({
      "GET, /outside, 404, /outside",
      "GET, /app/WEB-INF/web.xml, 404, /app/WEB-INF/web.xml",
      "GET, /app, 302, /app",
      "GET, /app/no-servlet, 404, /app/no-servlet",
      "GET, /app/%zz, 400, /app/%zz",
      "TRACE, /app/no-servlet, 405, /app/no-servlet",
    })
    void whatTomcatRefusesHasASpan(String method, String target, int status, String path) {
      assertThat(RawHttp.request(method, target).send(agent.port()).status()).isEqualTo(status);
      agent
          .traces()
          .exactly(
              trace(
                  span(method)
                      .kind(SERVER)
                      .root()
                      .attribute("url.path", path)
                      .attribute("http.response.status_code", status)
                      .noAttributes("http.route", "error.type")));
    }

    @Test
    void aRequestThatTomcatCannotReadHasASpan() {
      assertThat(RawHttp.request("GET", "/a|b").send(agent.port()).status()).isEqualTo(400);
      agent
          .traces()
          .exactly(
              trace(span("GET").kind(SERVER).root().attribute("http.response.status_code", 400)));
    }
  }

  @Nested
  @Tag("older-version")
  final class Tomcat7 extends Contract {
    Tomcat7() {
      super("tomcat-7");
    }
  }

  @Nested
  @Tag("older-version")
  final class Tomcat8 extends Contract {
    Tomcat8() {
      super("tomcat-8");
    }
  }

  @Nested
  final class Tomcat11 extends Contract {
    Tomcat11() {
      super("tomcat-11");
    }
  }
}
