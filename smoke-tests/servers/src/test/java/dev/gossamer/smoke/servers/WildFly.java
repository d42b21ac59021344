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
    Path configuration = instance.folder().resolve("configuration");
    // The ids of the span in every line; which of its threads logs is no matter of ours. Until the
    // server has read one file, it logs as the other says.
    Map<String, String> pattern = Map.of("(%t) %s%e%n", "[%X{trace_id} %X{span_id}] %s%e%n");
    Trees.edit(configuration.resolve("logging.properties"), pattern);
    Trees.edit(configuration.resolve("standalone.xml"), pattern);
    Trees.edit(
        configuration.resolve("standalone.xml"),
        Map.of(
            "scan-interval=\"5000\"", "scan-interval=\"500\"",
            // An idle thread's stack still holds what it did long ago, so the application. This
            // one's threads do not idle long; milliseconds.
            "<worker name=\"default\"/>",
                "<worker name=\"default\" task-core-threads=\"0\" task-keepalive=\"100\"/>",
            // H2 keeps an exception from where it was first used: not in the application.
            "<driver>h2</driver>",
                "<driver>h2</driver><pool><min-pool-size>1</min-pool-size>"
                    + "<prefill>true</prefill></pool>"));
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
