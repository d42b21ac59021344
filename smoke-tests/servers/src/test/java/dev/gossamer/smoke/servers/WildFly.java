package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** WildFly by {@code standalone.sh}, with a base folder of its own. */
final class WildFly extends Server {
  WildFly(Path home) {
    super(home);
  }

  @Override
  void prepare(Instance instance) throws IOException {
    Trees.copy(home.resolve("standalone"), instance.folder());
    Trees.edit(
        instance.folder().resolve("configuration").resolve("standalone.xml"),
        Map.of(
            // The ids of the span in every line; which of its threads logs is no matter of ours.
            "(%t) %s%e%n", "[%X{trace_id} %X{span_id}] %s%e%n",
            "scan-interval=\"5000\"", "scan-interval=\"500\""));
  }

  @Override
  List<String> start(Instance instance) {
    return List.of(
        home.resolve("bin").resolve("standalone.sh").toString(),
        "-Djboss.server.base.dir=" + instance.folder(),
        "-Djboss.http.port=" + instance.port(),
        "-Djboss.https.port=0",
        "-Djboss.management.http.port=" + instance.adminPort());
  }

  @Override
  Map<String, String> environment(Instance instance) {
    // So that the script hands the signal on, as in WildFly's images.
    return Map.of("LAUNCH_JBOSS_IN_BACKGROUND", "true");
  }

  @Override
  List<String> lookAfter(Instance instance) {
    return List.of(
        home.resolve("bin").resolve("jboss-cli.sh").toString(),
        "--connect",
        "--controller=127.0.0.1:" + instance.adminPort(),
        "--command=:read-attribute(name=server-state)");
  }

  @Override
  Path application(Instance instance) {
    return instance.folder().resolve("deployments").resolve("shop.war");
  }

  @Override
  Path logs(Instance instance) {
    return instance.folder().resolve("log");
  }

  @Override
  String database() {
    return "java:jboss/datasources/ExampleDS";
  }
}
