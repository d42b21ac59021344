package dev.gossamer.shop.infrastructure;

import dev.gossamer.shop.launch.Launched;
import dev.gossamer.shop.wire.Topics;
import dev.gossamer.testing.servers.EmbeddedKafka;
import dev.gossamer.testing.servers.Folder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A Kafka broker of the shop's own, controller included, with the shop's topic. */
final class KafkaBroker {
  private KafkaBroker() {}

  /** Ends with the demo: the broker's threads go on until then. */
  public static void main(String[] args) throws Exception {
    Launched.endWithDemo();
    Path log = Path.of(Launched.setting("SHOP_BROKER_HOME"));
    Folder.delete(log);
    int port = EmbeddedKafka.start(log);
    createTopic(port);
    Launched.ready(port);
  }

  private static void createTopic(int port) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + port))) {
      admin.createTopics(List.of(new NewTopic(Topics.ORDERS, 1, (short) 1))).all().get();
    }
  }
}
