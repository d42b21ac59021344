package dev.gossamer.testing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * A Kafka broker in this process. Reaches Kafka by reflection, so that only the modules that want a
 * broker have one on their class path.
 */
public final class EmbeddedKafka {
  private EmbeddedKafka() {}

  /** A broker with files in a temporary folder, until standard input ends. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("gossamer-kafka");
    Thread watch = new Thread(() -> endWithInput(folder), "parent-watch");
    watch.setDaemon(true);
    watch.start();
    System.out.println(ServerProcess.READY + start(folder));
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @param folder an empty one, for its files
   * @return its port
   */
  public static int start(Path folder) throws IOException, ReflectiveOperationException {
    int port;
    int controllerPort;
    try (ServerSocket one = freePort();
        ServerSocket other = freePort()) {
      port = one.getLocalPort();
      controllerPort = other.getLocalPort();
    }
    format(folder);
    Class<?> configClass = Class.forName("kafka.server.KafkaConfig");
    Object config =
        configClass.getConstructor(Map.class).newInstance(settings(folder, port, controllerPort));
    Class<?> timeClass = Class.forName("org.apache.kafka.common.utils.Time");
    Object server =
        Class.forName("kafka.server.KafkaRaftServer")
            .getConstructor(configClass, timeClass)
            .newInstance(config, timeClass.getField("SYSTEM").get(null));
    server.getClass().getMethod("startup").invoke(server);
    return port;
  }

  /** Does what the storage tool does, with all features of the broker's version. */
  private static void format(Path folder) throws ReflectiveOperationException {
    Class<?> type = Class.forName("org.apache.kafka.metadata.storage.Formatter");
    Object formatter = type.getConstructor().newInstance();
    String clusterId = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
    type.getMethod("setClusterId", String.class).invoke(formatter, clusterId);
    type.getMethod("setNodeId", int.class).invoke(formatter, 1);
    type.getMethod("setControllerListenerName", String.class).invoke(formatter, "CONTROLLER");
    type.getMethod("addDirectory", String.class).invoke(formatter, folder.toString());
    type.getMethod("setMetadataLogDirectory", String.class).invoke(formatter, folder.toString());
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    type.getMethod("setPrintStream", PrintStream.class).invoke(formatter, nowhere);
    type.getMethod("run").invoke(formatter);
  }

  private static Map<String, String> settings(Path folder, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("node.id", "1"),
        Map.entry("process.roles", "broker,controller"),
        Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners",
            "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort),
        Map.entry("log.dirs", folder.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // The defaults are for a machine of the broker's own.
        Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
        Map.entry("num.network.threads", "1"),
        Map.entry("num.io.threads", "2"));
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static void endWithInput(Path folder) {
    try {
      while (System.in.read() != -1) {
        continue;
      }
      Folder.delete(folder);
    } catch (IOException e) {
      System.err.println("Kafka broker ends: " + e);
    }
    // Nobody needs what an orderly end would write.
    Runtime.getRuntime().halt(0);
  }
}
