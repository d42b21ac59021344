package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Open Liberty by its {@code server} script, with a user folder of its own. */
final class OpenLiberty extends Server {
  OpenLiberty(Path home) {
    super(home);
  }

  @Override
  void prepare(Instance instance) throws IOException {
    Path server = server(instance);
    Files.createDirectories(server.resolve("dropins"));
    Files.createDirectories(server.resolve("logs"));
    Files.writeString(
        server.resolve("server.xml"),
        """
        <server>
          <featureManager>
            <feature>servlet-6.0</feature>
            <feature>jndi-1.0</feature>
          </featureManager>
          <httpEndpoint id="defaultHttpEndpoint" httpPort="%d" httpsPort="-1"/>
          <applicationMonitor pollingRate="500ms"/>
        </server>
        """
            .formatted(instance.port()));
  }

  @Override
  List<String> start(Instance instance) {
    return List.of(script(), "run", "shop");
  }

  @Override
  Map<String, String> environment(Instance instance) {
    return Map.of("WLP_USER_DIR", instance.folder().toString());
  }

  @Override
  List<String> stop(Instance instance) {
    return List.of(script(), "stop", "shop");
  }

  @Override
  List<String> lookAfter(Instance instance) {
    return List.of(script(), "status", "shop");
  }

  @Override
  Path application(Instance instance) {
    return server(instance).resolve("dropins").resolve("shop.war");
  }

  @Override
  Path logs(Instance instance) {
    return server(instance).resolve("logs");
  }

  private static Path server(Instance instance) {
    return instance.folder().resolve("servers").resolve("shop");
  }

  private String script() {
    return home.resolve("bin").resolve("server").toString();
  }
}
