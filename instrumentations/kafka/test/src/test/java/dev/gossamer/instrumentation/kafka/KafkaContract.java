package dev.gossamer.instrumentation.kafka;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.app.TestApp;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the tests of one version of kafka-clients have in common. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaContract {
  @RegisterExtension final AgentExtension agent;

  private final String clients;
  private RecordingServer farEnd;

  /**
   * @param clients the folder that holds the client's jar
   */
  KafkaContract(String clients) {
    this.clients = clients;
    agent = AgentExtension.shared(this::app);
  }

  @BeforeAll
  final void startFarEnd() {
    farEnd = RecordingServer.start();
  }

  @AfterAll
  final void stopFarEnd() {
    farEnd.close();
  }

  /** The application with this version of kafka-clients and nothing else that is not its own. */
  final AgentJvmBuilder app() {
    return AgentJvm.app(KafkaApp.class)
        .jvmArgs("-Dbroker=" + TestBroker.address())
        .classPath(classPath(clients));
  }

  /** The application's own classes and the jars in these folders of {@code target/clients}. */
  static List<Path> classPath(String... folders) {
    List<Path> classPath = new ArrayList<>();
    classPath.add(codeOf(KafkaApp.class));
    classPath.add(codeOf(TestApp.class));
    for (String name : concat(List.of(folders), List.of("logging"))) {
      File folder = Path.of("target", "clients", name).toFile();
      File[] jars = folder.listFiles((in, file) -> file.endsWith(".jar"));
      if (jars == null || jars.length != 1) {
        throw new IllegalStateException(folder + " does not hold one jar");
      }
      classPath.add(jars[0].toPath());
    }
    return classPath;
  }

  private static Path codeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the client is of version 4 or later. */
  final boolean isLatest() {
    return clients.equals("latest");
  }

  final String url() {
    return farEnd.url("/");
  }

  final String call(String command, String... arguments) {
    return agent.jvm().call(command, arguments);
  }

  /** Sends records, one trace each, and returns their spans. */
  final List<SpanRecord> sent(String topic, String... values) {
    List<SpanRecord> spans = new ArrayList<>();
    for (String value : values) {
      call("send", topic, "none", "", value);
      spans.add(agent.traces().exactly(trace(send(topic).root())).get(0).spans().get(0));
    }
    return spans;
  }

  final SpanExpectation send(String topic) {
    return span("send " + topic)
        .kind(SpanKind.PRODUCER)
        .scope("dev.gossamer.kafka")
        .attribute("messaging.system", "kafka")
        .attribute("messaging.operation.name", "send")
        .attribute("messaging.operation.type", "send")
        .attribute("messaging.destination.name", topic);
  }

  /** A poll that links to the spans of all these records. */
  final SpanExpectation poll(String name, List<SpanRecord> sent) {
    SpanExpectation poll =
        span(name)
            .kind(SpanKind.CLIENT)
            .scope("dev.gossamer.kafka")
            .attribute("messaging.system", "kafka")
            .attribute("messaging.operation.name", "poll")
            .attribute("messaging.operation.type", "receive")
            .attribute("messaging.client.id", "app-consumer")
            .attribute("messaging.batch.message_count", sent.size());
    sent.forEach(span -> poll.link(span.traceId(), span.spanId()));
    return poll;
  }

  /** The processing of a record, as the rest of its sender's trace. */
  final SpanExpectation process(String topic, SpanRecord sent) {
    return span("process " + topic)
        .kind(SpanKind.CONSUMER)
        .scope("dev.gossamer.kafka")
        .traceId(sent.traceId())
        .parent(sent.spanId())
        .attribute("messaging.system", "kafka")
        .attribute("messaging.operation.name", "process")
        .attribute("messaging.operation.type", "process")
        .attribute("messaging.destination.name", topic);
  }

  /** A call to the far end from outside of any other span. */
  final SpanExpectation lonelyGet() {
    return get().root();
  }

  final SpanExpectation get() {
    return span("GET").kind(SpanKind.CLIENT);
  }

  private static <T> List<T> concat(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
