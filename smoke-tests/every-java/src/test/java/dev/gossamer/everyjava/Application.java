package dev.gossamer.everyjava;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static java.util.Objects.requireNonNull;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Libraries;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TelemetryReceiver;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.servers.KafkaBroker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.example.orders.Orders;
import org.jspecify.annotations.Nullable;

/**
 * The application, packed into a jar, with the two servers it talks to: one broker for all tests,
 * and the stock.
 */
final class Application implements AutoCloseable {
  static final String MAIN = Orders.class.getName();
  static final String REQUEST = "/order/7";
  private static final String TOPIC = "orders";

  private final Path jar;
  private final List<Path> libraries = Libraries.named("orders");
  private final @Nullable KafkaBroker broker;
  private final RecordingServer stock = RecordingServer.start();

  private Application(Path jar, @Nullable KafkaBroker broker) {
    this.jar = jar;
    this.broker = broker;
  }

  /**
   * Packs it and starts its servers.
   *
   * @param folder for the jar
   */
  static Application in(Path folder) throws Exception {
    KafkaBroker broker =
        KafkaBroker.embedded(
            Libraries.named("broker").stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
          .all()
          .get(60, TimeUnit.SECONDS);
    }
    return new Application(pack(folder), broker);
  }

  /** Packs it, for those who send no messages. */
  static Application withoutBroker(Path folder) throws IOException {
    return new Application(pack(folder), null);
  }

  private static Path pack(Path folder) throws IOException {
    return Jars.pack(folder.resolve("orders.jar"), Jars.home(Orders.class), Map.of());
  }

  Path jar() {
    return jar;
  }

  List<Path> libraries() {
    return libraries;
  }

  /** The jar and its libraries. */
  List<Path> classPath() {
    List<Path> classPath = new ArrayList<>();
    classPath.add(jar);
    classPath.addAll(libraries);
    return classPath;
  }

  /** A JVM that runs it from the class path. */
  AgentJvmBuilder fromClassPath() {
    return AgentJvm.app(MAIN).classPath(classPath());
  }

  /** Runs it from its start to its end, with one order. */
  void rehearse(AgentJvmBuilder builder, Set<Part> parts) {
    try (AgentJvm jvm = builder.args(arguments(parts)).withoutFence().start()) {
      RawHttp.Response response = RawHttp.request("GET", REQUEST).send(jvm.port());
      jvm.send("end");
      if (jvm.awaitExit() != 0 || response.status() != 200) {
        throw new AssertionError(response + "\n" + jvm.describe());
      }
    }
  }

  /** What its main is told. */
  String[] arguments(Set<Part> parts) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case DATABASE -> "database";
                  case STOCK -> "stock=" + stock.url("/stock/");
                  case MESSAGES ->
                      "messages=" + TOPIC + "@" + requireNonNull(broker).bootstrapServers();
                })
        .toArray(String[]::new);
  }

  /** What the answer to {@link #REQUEST} says. */
  static String answer(Set<Part> parts) {
    return "ordered"
        + parts.stream()
            .map(
                part ->
                    switch (part) {
                      case DATABASE -> " Momo";
                      case STOCK -> " 200";
                      case MESSAGES -> " told:0";
                    })
            .collect(Collectors.joining());
  }

  private String seenByStock() {
    return stock.requests().get(stock.requests().size() - 1).spanId();
  }

  /** The order, which is one trace, and the poll that heard of it; waits for what that links to. */
  List<TraceExpectation> traces(Set<Part> parts, TelemetryReceiver receiver) {
    List<SpanExpectation> spans = new ArrayList<>();
    spans.add(
        span("GET /order/*")
            .kind(SpanKind.SERVER)
            .root()
            .service("app-under-test")
            .attribute("http.request.method", "GET")
            .attribute("http.route", "/order/*")
            .attribute("url.path", REQUEST)
            .attribute("http.response.status_code", 200));
    List<TraceExpectation> polls = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case DATABASE -> spans.add(select().childOf(0));
        case STOCK ->
            spans.add(
                span("GET")
                    .kind(SpanKind.CLIENT)
                    .childOf(0)
                    .spanId(seenByStock())
                    .attribute("url.full", stock.url("/stock/7"))
                    .attribute("http.response.status_code", 200));
        case MESSAGES -> {
          spans.add(
              span("send " + TOPIC)
                  .kind(SpanKind.PRODUCER)
                  .childOf(0)
                  .attribute("messaging.system", "kafka")
                  .attribute("messaging.destination.name", TOPIC));
          spans.add(
              span("process " + TOPIC)
                  .kind(SpanKind.CONSUMER)
                  .childOf(spans.size() - 1)
                  .attribute("messaging.system", "kafka")
                  .attribute("messaging.destination.name", TOPIC));
          spans.add(select().childOf(spans.size() - 1));
          SpanRecord sent = receiver.awaitSpan(span -> span.kind() == SpanKind.PRODUCER);
          polls.add(
              trace(
                  span("poll " + TOPIC)
                      .kind(SpanKind.CLIENT)
                      .root()
                      .attribute("messaging.batch.message_count", 1)
                      .link(sent.traceId(), sent.spanId())));
        }
      }
    }
    List<TraceExpectation> all = new ArrayList<>();
    all.add(trace(spans.toArray(SpanExpectation[]::new)));
    all.addAll(polls);
    return all;
  }

  private static SpanExpectation select() {
    return span()
        .kind(SpanKind.CLIENT)
        .attribute("db.system.name", "h2database")
        .attribute("db.query.text", "SELECT title FROM book WHERE id = ?");
  }

  @Override
  public void close() {
    stock.close();
    if (broker != null) {
      broker.close();
    }
  }
}
