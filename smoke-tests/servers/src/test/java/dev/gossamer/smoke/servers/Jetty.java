package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jetty by {@code start.jar}, with a {@code JETTY_BASE} of its own. */
final class Jetty extends Server {
  private static final String MODULES = "http,ee10-deploy,ee10-annotations";

  Jetty(Path home) {
    super(home);
  }

  @Override
  void prepare(Instance instance) throws IOException {
    Files.createDirectories(instance.folder().resolve("webapps"));
    Files.createDirectories(instance.folder().resolve("environments"));
    Files.createDirectories(instance.folder().resolve("logs"));
  }

  @Override
  List<String> start(Instance instance) {
    List<String> command = new ArrayList<>(jetty(instance));
    command.add("jetty.http.port=" + instance.port());
    command.add("jetty.deploy.scanInterval=1");
    return command;
  }

  @Override
  Map<String, String> environment(Instance instance) {
    return Map.of("JETTY_BASE", instance.folder().toString());
  }

  /** What {@code jetty.sh} asks for the command line that it then runs. */
  @Override
  List<String> lookAfter(Instance instance) {
    List<String> command = new ArrayList<>(jetty(instance));
    command.add("--dry-run");
    return command;
  }

  @Override
  Path application(Instance instance) {
    return instance.folder().resolve("webapps").resolve("shop.war");
  }

  @Override
  Path logs(Instance instance) {
    return instance.folder().resolve("logs");
  }

  private List<String> jetty(Instance instance) {
    return List.of(
        instance.javaHome().resolve("bin").resolve("java").toString(),
        "-jar",
        home.resolve("start.jar").toString(),
        "jetty.base=" + instance.folder(),
        "--module=" + MODULES);
  }
}
