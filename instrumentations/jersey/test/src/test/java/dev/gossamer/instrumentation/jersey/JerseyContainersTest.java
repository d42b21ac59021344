package dev.gossamer.instrumentation.jersey;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.instrumentation.jersey.app.ContainersMain;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where Jersey runs in no servlet container, the span is that of the container it runs in. */
final class JerseyContainersTest {
  @RegisterExtension final AgentExtension agent = AgentExtension.perTest();

  @ParameterizedTest
  @CsvSource({"jdk", "grizzly", "netty"})
  void theSpanOfTheContainerHasTheRoute(String container) {
    check(JaxRsServer.javax("jersey-2-containers", ContainersMain.class), container);
  }

  @ParameterizedTest
  @CsvSource({"jdk", "grizzly", "netty"})
  void theSpanOfTheContainerHasTheRouteInJakarta(String container) {
    check(JaxRsServer.jakarta("jersey-3.1-containers", ContainersMain.class), container);
  }

  private void check(JaxRsServer server, String container) {
    try (RecordingServer callback = RecordingServer.start()) {
      AgentJvm jvm =
          agent.launch(
              server
                  .application()
                  .args(container)
                  .jvmArgs("-D" + ServerRoutes.CALLBACK + "=" + callback.url("")));
      for (String path : new String[] {"/rest/owners/7/pets/3", "/rest/child?id=1"}) {
        assertThat(RawHttp.request("GET", path).send(jvm.port()).status()).isEqualTo(200);
      }
      agent
          .traces()
          .exactly(
              trace(
                  span("GET /rest/owners/{ownerId: [0-9]+}/pets/{petId}")
                      .kind(SERVER)
                      .root()
                      .attribute(
                          "http.route", "/rest/owners/{ownerId: [0-9]+}/pets/{petId}")),
              trace(
                  span("GET /rest/child")
                      .kind(SERVER)
                      .root()
                      .attribute("http.route", "/rest/child"),
                  span("GET").kind(CLIENT).childOf(0)));
    }
  }
}
