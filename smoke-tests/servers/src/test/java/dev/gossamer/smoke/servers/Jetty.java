package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Jetty by {@code start.jar}, with a {@code JETTY_BASE} of its own. */
final class Jetty extends Server {
  Jetty(Path home) {
    super(home);
  }

  @Override
  void prepare(Instance instance) throws IOException {
    for (String folder : List.of("environments", "logs", "webapps")) {
      Files.createDirectories(instance.folder().resolve(folder));
    }
    // A property belongs to the environment of the modules beside it, so one file for each.
    Path settings = Files.createDirectories(instance.folder().resolve("start.d"));
    Files.writeString(
        settings.resolve("http.ini"), "--module=http\njetty.http.port=" + instance.port() + "\n");
    Files.writeString(
        settings.resolve("deployment-scanner.ini"),
        "--module=deployment-scanner\njetty.deploy.scanInterval=1\n");
    Files.writeString(
        settings.resolve("ee10.ini"), "--module=ee10-deploy\n--module=ee10-annotations\n");
  }

  @Override
  List<String> start(Instance instance) {
    return List.of(
        instance.javaHome().resolve("bin").resolve("java").toString(),
        "-jar",
        home.resolve("start.jar").toString(),
        "jetty.base=" + instance.folder());
  }

  /** What {@code jetty.sh} asks for the command line that it then runs. */
  @Override
  List<String> lookAfter(Instance instance) {
    List<String> command = new ArrayList<>(start(instance));
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
}
