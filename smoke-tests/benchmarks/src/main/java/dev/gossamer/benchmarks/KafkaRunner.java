package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.Server.Trait;
import dev.gossamer.testing.servers.KafkaBroker;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One broker in each round, on the processor of the load, and a topic for every agent: a broker
 * differs from the next by more than agents do.
 */
final class KafkaRunner implements Runner {
  private final Harness harness;
  private final String key;
  private final String broker;

  /**
   * @param key of the application's class path
   * @param broker the broker's class path
   */
  KafkaRunner(Harness harness, String key, String broker) {
    this.harness = harness;
    this.key = key;
    this.broker = broker;
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public List<Run> run(List<Agent> agents, int round) throws IOException, InterruptedException {
    Set<ProcessHandle> before = children();
    try (KafkaBroker running = KafkaBroker.embedded(broker)) {
      for (ProcessHandle child : children()) {
        if (!before.contains(child)) {
          harness.processors().pinRest(child.pid());
        }
      }
      Server server =
          new Server(
              key,
              "dev.gossamer.benchmarks.messaging.Orders",
              List.of("PORT", "FOLDER", running.bootstrapServers(), "orders-AGENT"),
              "/orders?id=7",
              harness.settings().loadRounds(),
              Application.KAFKA.spans(),
              EnumSet.of(Trait.SPANS_VARY));
      return new ServerRunner(harness, server).run(agents, round);
    }
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }
}
