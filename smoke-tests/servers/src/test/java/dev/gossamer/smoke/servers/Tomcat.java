package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tomcat by {@code catalina.sh}, with a {@code CATALINA_BASE} of its own. */
final class Tomcat extends Server {
  private final boolean javax;
  private final boolean byScript;

  /**
   * As in the distribution.
   *
   * @param javax whether it is Tomcat 9
   * @param byScript whether {@code catalina.sh stop} stops it, or a signal
   */
  Tomcat(Path home, boolean javax, boolean byScript) {
    super(home);
    this.javax = javax;
    this.byScript = byScript;
  }

  @Override
  void prepare(Instance instance) throws IOException {
    for (String folder : List.of("logs", "temp", "webapps", "work")) {
      Files.createDirectories(instance.folder().resolve(folder));
    }
    Path conf = instance.folder().resolve("conf");
    Trees.copy(home.resolve("conf"), conf);
    Trees.edit(
        conf.resolve("server.xml"),
        Map.of(
            "port=\"8080\"", "port=\"" + instance.port() + "\"",
            "port=\"8005\"", "port=\"" + instance.adminPort() + "\"",
            // How often it looks for a new archive, in seconds; ten unless told.
            "<Engine ", "<Engine backgroundProcessorDelay=\"1\" "));
  }

  @Override
  List<String> start(Instance instance) {
    return List.of(script(), "run");
  }

  @Override
  Map<String, String> environment(Instance instance) {
    return Map.of("CATALINA_BASE", instance.folder().toString());
  }

  @Override
  List<String> stop(Instance instance) {
    return byScript ? List.of(script(), "stop") : List.of();
  }

  @Override
  List<String> lookAfter(Instance instance) {
    return List.of(script(), "version");
  }

  @Override
  Path application(Instance instance) {
    return instance.folder().resolve("webapps").resolve("shop.war");
  }

  @Override
  Path logs(Instance instance) {
    return instance.folder().resolve("logs");
  }

  @Override
  boolean isJavax() {
    return javax;
  }

  private String script() {
    return home.resolve("bin").resolve("catalina.sh").toString();
  }
}
