package dev.gossamer.smoke.servers;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.LinkRecord;
import dev.gossamer.testing.OtlpReceiver;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.servers.Folder;
import dev.gossamer.testing.servers.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A Kafka broker and a Connect worker, somebody else's programs, move lines from one file to
 * another, first without the agent and then with it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KafkaProgramsTest {
  private static final String TOPIC = "shop-lines";
  private static final List<String> LINES = List.of("tea", "milk", "sugar");
  private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m";

  private static final long PAUSE = 100;

  private static final long SECONDS_TO_MOVE = 120;

  /**
   * What came of both programs.
   *
   * @param moved what arrived in the other file
   */
  private record Run(
      List<String> moved, int format, int connect, int broker, List<LogLine> lines) {}

  private final OtlpReceiver receiver = OtlpReceiver.start();
  private Run without;
  private Run with;

  @BeforeAll
  void move() throws IOException, InterruptedException {
    Path folder = Path.of("target", "runs", "Kafka").toAbsolutePath();
    without = run(folder.resolve("without"), Map.of("JAVA_TOOL_OPTIONS", OPTIONS));
    with =
        run(
            folder.resolve("with"),
            Map.of(
                "JAVA_TOOL_OPTIONS",
                "-javaagent:" + System.getProperty("gossamer.jar") + " " + OPTIONS,
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                receiver.endpoint()));
  }

  @AfterAll
  void close() {
    receiver.close();
  }

  @Test
  void everyLineIsMoved() {
    assertThat(without.moved).isEqualTo(LINES);
    assertThat(with.moved).isEqualTo(LINES);
  }

  @Test
  void whatIsSentAndPolledIsTraced() {
    List<SpanRecord> sent = ofWorker(PRODUCER);
    List<SpanRecord> polled = ofWorker(CLIENT);

    assertThat(sent).hasSize(LINES.size());
    assertThat(sent).extracting(SpanRecord::name).containsOnly("send " + TOPIC);
    assertThat(sent).allMatch(SpanRecord::isRoot);
    assertThat(polled).extracting(SpanRecord::name).containsOnly("poll " + TOPIC);
    assertThat(polled)
        .flatExtracting(SpanRecord::links)
        .extracting(LinkRecord::spanId)
        .containsExactlyInAnyOrderElementsOf(sent.stream().map(SpanRecord::spanId).toList());
    assertThat(receiver.spans()).hasSize(sent.size() + polled.size());
    assertThat(receiver.problems()).isEmpty();
  }

  @Test
  void noLogHasALineThatItHasNotWithoutTheAgent() {
    List<String> known = without.lines.stream().map(LogLine::normal).toList();
    assertThat(with.lines)
        .filteredOn(line -> !known.contains(line.normal()))
        .filteredOn(line -> !line.text().startsWith("Picked up JAVA_TOOL_OPTIONS: "))
        .filteredOn(line -> !line.text().contains(OPTIONS))
        .filteredOn(line -> !line.isStartupLine())
        .isEmpty();
  }

  @Test
  void bothEndWithTheSameCodes() {
    assertThat(with.format).isEqualTo(without.format).isZero();
    assertThat(with.connect).isEqualTo(without.connect);
    assertThat(with.broker).isEqualTo(without.broker);
  }

  private List<SpanRecord> ofWorker(SpanKind kind) {
    return receiver.spans().stream()
        .filter(span -> span.serviceName().equals("connect") && span.kind() == kind)
        .toList();
  }

  private static Run run(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Folder.delete(folder);
    Files.createDirectories(folder);
    int port = FreePort.find();
    Path settings = folder.resolve("broker.properties");
    write(settings, brokerSettings(folder, port, FreePort.find()));
    Path input = folder.resolve("input.txt");
    Path output = folder.resolve("output.txt");
    Files.write(input, LINES);
    Path worker = folder.resolve("worker.properties");
    write(worker, workerSettings(folder, port, FreePort.find()));
    Path source = folder.resolve("source.properties");
    write(source, connector("Source", "topic", input));
    Path sink = folder.resolve("sink.properties");
    write(sink, connector("Sink", "topics", output));

    int format;
    try (Program tool =
        Program.start(
            java(
                "kafka-broker",
                "kafka.tools.StorageTool",
                "format",
                "-t",
                "Z29zc2FtZXItYnJva2Vycw",
                "-c",
                settings.toString()),
            environment,
            folder.resolve("format"))) {
      format = tool.awaitExit();
    }
    try (Program broker =
            Program.start(
                java("kafka-broker", "kafka.Kafka", settings.toString()),
                named("broker", environment),
                folder.resolve("broker"));
        Program connect =
            // Not sooner: it would warn of a broker that does not answer.
            Program.start(
                java(
                    "kafka-connect",
                    "org.apache.kafka.connect.cli.ConnectStandalone",
                    worker.toString(),
                    source.toString(),
                    sink.toString()),
                named("connect", environment),
                started(broker, port, folder.resolve("connect")))) {
      List<String> moved = awaitLines(output, broker, connect);
      connect.terminate();
      int connectCode = connect.awaitExit();
      broker.terminate();
      int brokerCode = broker.awaitExit();
      List<LogLine> lines = new ArrayList<>();
      for (String program : List.of("format", "broker", "connect")) {
        for (String stream : List.of(".out", ".err")) {
          Path file = folder.resolve(program + stream);
          for (String line : Program.lines(file)) {
            lines.add(LogLine.of(program + stream, line, folder, javaHome()));
          }
        }
      }
      return new Run(moved, format, connectCode, brokerCode, lines);
    }
  }

  private static List<String> awaitLines(Path file, Program... programs)
      throws InterruptedException {
    long end = System.nanoTime() + SECONDS_TO_MOVE * 1_000_000_000L;
    while (System.nanoTime() < end) {
      List<String> lines = Files.exists(file) ? Program.lines(file) : List.of();
      if (lines.size() >= LINES.size()) {
        return lines;
      }
      for (Program program : programs) {
        if (!program.isAlive()) {
          throw new AssertionError("it ended too early\n" + program.describe());
        }
      }
      Thread.sleep(PAUSE);
    }
    throw new AssertionError("the lines do not arrive\n" + programs[1].describe());
  }

  private static Path started(Program broker, int port, Path then) throws InterruptedException {
    long end = System.nanoTime() + SECONDS_TO_MOVE * 1_000_000_000L;
    while (System.nanoTime() < end && broker.isAlive()) {
      try (Socket socket = new Socket("localhost", port)) {
        return then;
      } catch (IOException notYet) {
        Thread.sleep(PAUSE);
      }
    }
    throw new AssertionError("the broker does not start\n" + broker.describe());
  }

  private static Map<String, String> named(String name, Map<String, String> environment) {
    Map<String, String> variables = new TreeMap<>(environment);
    if (variables.containsKey("OTEL_EXPORTER_OTLP_ENDPOINT")) {
      variables.put("OTEL_SERVICE_NAME", name);
    }
    return variables;
  }

  /** As Kafka's scripts end: a JVM with the class path of {@code libs} and a configured log. */
  private static List<String> java(String libraries, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(javaHome().resolve("bin").resolve("java").toString());
    command.add("-Dlog4j2.configurationFile=" + log4j2());
    command.add("-cp");
    command.add(
        Published.named(libraries).stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path javaHome() {
    return Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));
  }

  private static String log4j2() {
    return KafkaProgramsTest.class.getResource("/kafka-log4j2.xml").toString();
  }

  private static Map<String, String> brokerSettings(Path folder, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("node.id", "1"),
        Map.entry("process.roles", "broker,controller"),
        Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners",
            "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort),
        Map.entry("log.dirs", folder.resolve("data").toString()),
        Map.entry("num.partitions", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("log.cleaner.dedupe.buffer.size", "2097152"));
  }

  private static Map<String, String> workerSettings(Path folder, int brokerPort, int port) {
    return Map.of(
        "bootstrap.servers", "localhost:" + brokerPort,
        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
        "value.converter", "org.apache.kafka.connect.storage.StringConverter",
        "offset.storage.file.filename", folder.resolve("offsets").toString(),
        "offset.flush.interval.ms", "1000",
        "listeners", "http://localhost:" + port,
        "plugin.discovery", "service_load");
  }

  private static Map<String, String> connector(String end, String topic, Path file) {
    return Map.of(
        "name",
        "file-" + end,
        "connector.class",
        "org.apache.kafka.connect.file.FileStream" + end + "Connector",
        "tasks.max",
        "1",
        "file",
        file.toString(),
        topic,
        TOPIC);
  }

  private static void write(Path file, Map<String, String> properties) throws IOException {
    Files.write(
        file,
        new TreeMap<>(properties)
            .entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList());
  }
}
