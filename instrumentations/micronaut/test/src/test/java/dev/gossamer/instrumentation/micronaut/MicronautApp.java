package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.testing.app.TestApp;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Micronaut's own server. */
final class MicronautApp {
  static final String CONTEXT = "/app";

  private MicronautApp() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "micronaut.server.port",
            -1,
            "micronaut.server.context-path",
            CONTEXT,
            "micronaut.server.netty.max-header-size",
            65536,
            "micronaut.router.static-resources.files.paths",
            "file:" + System.getProperty(MicronautVersions.FILES),
            "micronaut.router.static-resources.files.mapping",
            CONTEXT + "/static/**");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      TestApp.ready(server.getPort());
      TestApp.awaitStop();
    }
  }
}
