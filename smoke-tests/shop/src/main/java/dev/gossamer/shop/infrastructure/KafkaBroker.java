package dev.gossamer.shop.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gossamer.shop.launch.FreePort;
import dev.gossamer.shop.launch.Launched;
import dev.gossamer.shop.wire.Topics;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker of the shop's own, controller included, with the shop's topic. */
final class KafkaBroker {
  private KafkaBroker() {}

  public static void main(String[] args) throws Exception {
    Launched.endWithDemo();
    Path log = Path.of(Launched.setting("SHOP_BROKER_HOME"));
    Folder.delete(log);
    format(log);
    int port = FreePort.find();
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(settings(log, port, FreePort.find())), Time.SYSTEM);
    server.startup();
    createTopic(port);
    Launched.ready(port);
    server.awaitShutdown();
  }

  private static void format(Path log) throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .addDirectory(log.toString())
        .setMetadataLogDirectory(log.toString())
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .run();
  }

  private static Map<String, String> settings(Path log, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("node.id", "1"),
        Map.entry("process.roles", "broker,controller"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("log.dirs", log.toString()),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // The defaults are for a machine of the broker's own.
        Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
        Map.entry("num.network.threads", "1"),
        Map.entry("num.io.threads", "2"));
  }

  private static void createTopic(int port) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
      admin.createTopics(List.of(new NewTopic(Topics.ORDERS, 1, (short) 1))).all().get();
    }
  }
}
