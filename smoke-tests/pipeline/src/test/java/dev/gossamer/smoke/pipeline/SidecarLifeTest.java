package dev.gossamer.smoke.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sidecar has no order with its application: it comes later, goes earlier, or starts again. */
@Tag("any-java")
final class SidecarLifeTest {
  private static final int BETWEEN_REQUESTS_NANOS = 10_000_000;

  private static final String NOT_EXPORTED = "the JVM ends before the last ";

  @RegisterExtension
  static final AgentExtension AGENT = AgentExtension.perTest().allowing(NOT_EXPORTED);

  @TempDir Path folder;

  private static RecordingServer next;

  private Collector sidecar;

  @BeforeAll
  static void startNext() {
    next = RecordingServer.start();
  }

  @AfterAll
  static void stopNext() {
    next.close();
  }

  @BeforeEach
  void describeSidecar() {
    AGENT.receiver().deadline(Duration.ofSeconds(60));
    sidecar =
        new Collector("sidecar.yaml", folder)
            .listening("GRPC_PORT", "HTTP_PORT")
            .with("CENTRAL", AGENT.receiver().endpoint());
  }

  @AfterEach
  void stopSidecar() {
    AGENT.receiver().claimAll();
    sidecar.close();
  }

  /** Nobody is told of the attempts that met no sidecar: nothing is lost. */
  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void whatWasBeforeTheSidecarArrives(String protocol) {
    AgentJvm jvm = AGENT.launch(service(protocol));
    String traceId = Services.send(jvm.port(), "/orders");

    sidecar.start();

    AGENT.receiver().awaitSpan(span -> span.traceId().equals(traceId));
    AGENT.receiver().awaitLog(log -> log.traceId().equals(traceId));
    AGENT.receiver().awaitMetric("http.server.request.duration", metric -> true);
    assertThat(jvm.stop()).isEqualTo(143);
    assertThat(jvm.stderr()).noneMatch(line -> line.contains(NOT_EXPORTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void aRestartUnderLoadLosesNothing(String protocol) throws InterruptedException {
    sidecar.start();
    AgentJvm jvm = AGENT.launch(service(protocol));
    Load load = Load.start(jvm.port());
    AGENT.receiver().awaitSpans(20);

    assertThat(sidecar.stop()).as(sidecar::describe).isZero();
    load.awaitMore(20);
    sidecar.start();
    String later = load.awaitMore(20);
    AGENT.receiver().awaitSpan(span -> span.traceId().equals(later));
    // It was answered before its span ended: the JVM must not end in between.
    String last = load.end();
    AGENT.receiver().awaitSpan(span -> span.traceId().equals(last));

    assertThat(load.refused).isEmpty();
    assertThat(jvm.stop()).isEqualTo(143);
    assertThat(jvm.stderr()).noneMatch(line -> line.contains(NOT_EXPORTED));
    sidecar.stop();
    Set<String> arrived =
        AGENT.receiver().spans().stream().map(SpanRecord::traceId).collect(Collectors.toSet());
    assertThat(load.answered).allMatch(arrived::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void theLastOfAnApplicationThatEndsFirstArrives(String protocol) {
    sidecar.start();
    AgentJvm jvm = AGENT.launch(slow(protocol));
    Services.send(jvm.port(), "/orders");

    assertThat(jvm.stop()).isEqualTo(143);
    assertThat(sidecar.stop()).isZero();

    assertThat(jvm.stderr()).noneMatch(line -> line.contains(NOT_EXPORTED));
    arrivedOrTold(jvm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void aSidecarThatEndsFirstCostsOneLineForEachSignalAndLittleTime(String protocol) {
    sidecar.start();
    AgentJvm jvm = AGENT.launch(slow(protocol));
    Services.send(jvm.port(), "/orders");

    assertThat(sidecar.stop()).isZero();
    long start = System.nanoTime();
    assertThat(jvm.stop()).isEqualTo(143);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    // Kubernetes waits 30 s before it kills.
    assertThat(took).isLessThan(Duration.ofSeconds(20));
    assertThat(AGENT.receiver().requests()).isEmpty();
    assertThat(jvm.stderr()).filteredOn(line -> line.contains(NOT_EXPORTED)).hasSize(3);
    arrivedOrTold(jvm);
  }

  /** What Kubernetes does: it asks all containers at once. */
  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void whatIsLostWhenAllEndAtOnceIsTold(String protocol) {
    sidecar.start();
    AgentJvm jvm = AGENT.launch(slow(protocol));
    Services.send(jvm.port(), "/orders");

    sidecar.terminate();
    assertThat(jvm.stop()).isEqualTo(143);
    assertThat(sidecar.awaitExit()).isZero();

    arrivedOrTold(jvm);
  }

  /** The call to the next service has ended for sure when the request is answered. */
  private static void arrivedOrTold(AgentJvm jvm) {
    boolean spans =
        AGENT.receiver().spans().stream().anyMatch(span -> span.kind() == SpanKind.CLIENT);
    boolean logs = !AGENT.receiver().logs().isEmpty();
    boolean metrics =
        AGENT.receiver().metrics().stream()
            .anyMatch(metric -> metric.name().equals("http.client.request.duration"));
    assertThat(spans ^ told(jvm, "spans")).as("spans").isTrue();
    assertThat(logs ^ told(jvm, "log records")).as("log records").isTrue();
    assertThat(metrics ^ told(jvm, "metrics")).as("metrics").isTrue();
  }

  private static boolean told(AgentJvm jvm, String signal) {
    return jvm.stderr().stream().anyMatch(line -> line.contains(NOT_EXPORTED + signal));
  }

  private AgentJvmBuilder service(String protocol, String... next) {
    boolean grpc = protocol.equals("grpc");
    String endpoint = "http://$(OTEL_NODE_IP):" + sidecar.port(grpc ? "GRPC_PORT" : "HTTP_PORT");
    return Services.service(
            OperatorEnvironment.of("orders", "orders", Services.agent().toString(), endpoint)
                .expanded(),
            next)
        .env("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
  }

  /** No batch is due before the end. */
  private AgentJvmBuilder slow(String protocol) {
    return service(protocol, next.url(""))
        .env("OTEL_BSP_SCHEDULE_DELAY", "600000")
        .env("OTEL_BLRP_SCHEDULE_DELAY", "600000")
        .env("OTEL_METRIC_EXPORT_INTERVAL", "600000");
  }

  /** Requests, one after the other, until it is told to end. */
  private static final class Load {
    final ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread;
    private int count;
    private String last = "";

    private Load(int port) {
      thread = new Thread(() -> run(port), "load");
      thread.setDaemon(true);
    }

    static Load start(int port) {
      Load load = new Load(port);
      load.thread.start();
      return load;
    }

    /** Waits for as many more answers; the trace id of the last. */
    synchronized String awaitMore(int more) throws InterruptedException {
      for (int end = count + more; count < end; ) {
        wait();
      }
      return last;
    }

    /** No more requests; the trace id of the last. */
    String end() throws InterruptedException {
      ended.set(true);
      thread.join();
      synchronized (this) {
        return last;
      }
    }

    private void run(int port) {
      while (!ended.get()) {
        String traceId = Services.newTraceId();
        (Services.get(port, "/orders", traceId) == 200 ? answered : refused).add(traceId);
        synchronized (this) {
          count++;
          last = traceId;
          notifyAll();
        }
        // A rate, so that what is kept for the sidecar has room on any machine.
        LockSupport.parkNanos(BETWEEN_REQUESTS_NANOS);
      }
    }
  }
}
