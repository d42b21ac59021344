package dev.gossamer.instrumentation.vertx;

import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.RawHttp;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The templates of routes of every kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VertxRoutesContract {
  private final String variant;

  @RegisterExtension
  final AgentExtension agent =
      AgentExtension.shared(() -> VertxVersions.app(VertxWebApp.class, variant()));

  VertxRoutesContract(String variant) {
    this.variant = variant;
  }

  private String variant() {
    return variant;
  }

  @ParameterizedTest
  @CsvSource({
    "/users/7, /users/:user, 200",
    "/direct/users/7, /direct/users/:user, 200",
    "/direct/all/of/it, /direct/all/*, 200",
    "/api/shop/users/7, /api/shop/users/:user, 200",
    "/api/shop/all/of/it, /api/shop/all/*, 200",
    "/api/shop/files/abc, /api/shop/files/[a-z]+, 200",
    "/tenants/acme/users/7, /tenants/:tenant/users/:user, 200",
    "/regex/123, /regex/(?<number>[0-9]+), 200",
    "/static/deep/file.css, /static/*, 200",
    "/page, /page, 200",
    "/unauthorized, /unauthorized, 401"
  })
  void namesTheTemplate(String path, String route, int status) {
    // The oldest release finds nothing in a router that is mounted on one that is mounted.
    assumeFalse(path.startsWith("/api/") && variant.equals("oldest"));
    assertThat(RawHttp.request("GET", path).send(agent.port()).status()).isEqualTo(status);
    agent
        .traces()
        .exactly(
            trace(
                span("GET " + route)
                    .kind(SERVER)
                    .root()
                    .attribute("url.path", path)
                    .attribute("http.route", route)
                    .attribute("http.response.status_code", status)
                    .noAttributes("error.type")));
  }
}
