package dev.gossamer.smoke.pipeline;

import static dev.gossamer.smoke.pipeline.Podman.podman;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.LogRecord;
import dev.gossamer.testing.OtlpReceiver;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceRecord;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of a pod as the OpenTelemetry Operator writes it: the agent's image as init container,
 * two containers of the application, a sidecar, the collector in the middle outside of it.
 */
@Tag("any-java")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PodTest {
  private static final String DEPLOYMENT = "my-java";
  private static final String POD = OperatorEnvironment.pod(DEPLOYMENT);
  private static final String SIDECAR = POD + "-otc-container";
  private static final String AGENT = "localhost/gossamer-pod-agent:" + OperatorEnvironment.SUFFIX;
  private static final String ARCHITECTURE =
      System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  private static final String VOLUME =
      "opentelemetry-auto-instrumentation-java-" + OperatorEnvironment.SUFFIX;
  private static final String MOUNT = "/otel-auto-instrumentation-java-";

  /** As the kubelet hands its environment over. */
  private static final OperatorEnvironment FRONT = environment("front");

  /** Old versions of podman replace no references: they reach the JVM as they were written. */
  private static final OperatorEnvironment ORDERS = environment("orders");

  @TempDir static Path folder;

  private static OtlpReceiver farEnd;
  private static CentralCollector central;
  private static Path pod;
  private static String front;

  private static OperatorEnvironment environment(String container) {
    return OperatorEnvironment.of(
        DEPLOYMENT, container, MOUNT + container + "/javaagent.jar", "http://localhost:4318");
  }

  @BeforeAll
  static void play() throws IOException {
    Podman.require();
    farEnd = OtlpReceiver.start();
    farEnd.deadline(Duration.ofMinutes(2));
    central = new CentralCollector(folder, farEnd).forOtherMachines().start();
    pod = Files.writeString(folder.resolve("pod.yaml"), mutatedPod(images()));
    podman("play", "kube", pod.toString());
    String infra = podman("pod", "inspect", "--format", "{{.InfraContainerID}}", POD);
    front =
        "http://"
            + podman(
                "inspect",
                "--format",
                "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
                infra)
            + ":8080";
  }

  /** The agent's image; the others have fixed names. */
  private static String images() {
    List<String> command = new ArrayList<>();
    command.add(Path.of("pod", "images").toString());
    command.add(CollectorProgram.find().file().toString());
    Services.classPath().forEach(entry -> command.add(entry.toString()));
    Podman.run(Map.of("JAVA_HOME", System.getProperty("java.home")), command);
    String build = Path.of("..", "..", "init-image", "build").toString();
    String printed =
        Podman.run(
            Map.of(
                "GOSSAMER_JAR",
                Services.agent().toString(),
                "GOSSAMER_IMAGE_ENGINE",
                "podman",
                "GOSSAMER_IMAGE_PLATFORMS",
                "linux/" + ARCHITECTURE),
            List.of(build, AGENT));
    return printed.lines().reduce((before, last) -> last).orElseThrow();
  }

  private static String mutatedPod(String agentImage) {
    Map<String, String> sidecar = new LinkedHashMap<>();
    sidecar.put("HOST", "0.0.0.0");
    sidecar.put("GRPC_PORT", "4317");
    sidecar.put("HTTP_PORT", "4318");
    sidecar.put("CENTRAL", "http://host.containers.internal:" + central.port());
    sidecar.put("POD_NAME", POD);
    sidecar.put("OTEL_CONFIG", Collector.text("sidecar.yaml"));
    return Collector.text("pod.yaml")
        .replace("POD_NAME", POD)
        .replace("VOLUME_NAME", VOLUME)
        .replace("AGENT_IMAGE", agentImage)
        .replace("FRONT_ENVIRONMENT", yaml(FRONT.expanded()))
        .replace("ORDERS_ENVIRONMENT", yaml(ORDERS.written()))
        .replace("SIDECAR_ENVIRONMENT", yaml(sidecar));
  }

  private static String yaml(Map<String, String> environment) {
    return environment.entrySet().stream()
        .map(it -> "{name: " + it.getKey() + ", value: \"" + escaped(it.getValue()) + "\"}")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @AfterAll
  static void putAway() {
    if (pod != null) {
      podman("play", "kube", "--down", pod.toString());
      podman("volume", "rm", "--force", VOLUME);
      podman("manifest", "rm", AGENT);
      podman("rmi", AGENT + "-" + ARCHITECTURE);
    }
    if (central != null) {
      central.close();
    }
    if (farEnd != null) {
      farEnd.close();
    }
  }

  @Test
  @Order(1)
  void aTraceThroughBothContainersArrivesWithLogsAndThePod() {
    awaitAnswer();

    String traceId = Services.newTraceId();
    assertThat(get("/broken", traceId)).isEqualTo(500);

    TraceRecord trace =
        farEnd.awaitTrace(it -> it.traceId().equals(traceId) && it.spans().size() == 3);
    SpanRecord entry = span(trace, "front", SpanKind.SERVER);
    SpanRecord call = span(trace, "front", SpanKind.CLIENT);
    SpanRecord answer = span(trace, "orders", SpanKind.SERVER);
    assertThat(call.parentSpanId()).isEqualTo(entry.spanId());
    assertThat(answer.parentSpanId()).isEqualTo(call.spanId());
    assertThat(entry.resource())
        .containsAllEntriesOf(FRONT.resource())
        .containsEntry("k8s.cluster.name", "tests");
    assertThat(answer.resource())
        .containsEntry("service.name", DEPLOYMENT)
        .containsEntry("k8s.container.name", "orders")
        .containsEntry("service.version", "1.4.2")
        .allSatisfy((key, value) -> assertThat(value.toString()).doesNotContain("$("));

    for (SpanRecord span : List.of(entry, answer)) {
      LogRecord line = farEnd.awaitLog(log -> log.spanId().equals(span.spanId()));
      assertThat(line.traceId()).isEqualTo(traceId);
      assertThat(line.body()).isEqualTo("asked for /broken");
    }
    central.awaitSeries(
        "traces_span_metrics_calls_total\\{.*instance=\"shop."
            + POD
            + ".front\",job=\"shop/my-java\".*span_kind=\"SPAN_KIND_SERVER\",span_name=\"GET"
            + " /broken\".*} 1\n");
  }

  @Test
  @Order(2)
  void aSidecarThatStartsAgainLosesNothing() {
    List<String> sent = new ArrayList<>();
    podman("stop", SIDECAR);
    for (int i = 0; i < 20; i++) {
      sent.add(Services.newTraceId());
      assertThat(get("/broken", sent.get(i))).isEqualTo(500);
    }
    podman("start", SIDECAR);

    for (String traceId : sent) {
      farEnd.awaitTrace(it -> it.traceId().equals(traceId) && it.spans().size() == 3);
    }
  }

  /** Kubernetes asks all containers at once, and waits. */
  @Test
  @Order(3)
  void theLastSpansArriveOrAreToldOfWhenThePodEnds() {
    String traceId = Services.newTraceId();
    assertThat(get("/broken", traceId)).isEqualTo(500);

    podman("pod", "stop", "--time", "30", POD);

    for (String container : List.of("front", "orders")) {
      String name = POD + "-" + container;
      assertThat(podman("inspect", "--format", "{{.State.ExitCode}}", name)).isEqualTo("143");
      assertThat(Podman.logs(name)).doesNotContain("Exception");
    }
    central.close();
    long arrived = farEnd.spans().stream().filter(span -> span.traceId().equals(traceId)).count();
    String told = Podman.logs(POD + "-front") + Podman.logs(POD + "-orders");
    assertThat(arrived == 3 || told.contains("before the last spans")).isTrue();
  }

  private static void awaitAnswer() {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (get("/orders", Services.newTraceId()) != 200) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("the pod does not answer:\n" + Podman.logs(POD + "-front"));
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  /** The status of the answer; 0 when there is none. */
  private static int get(String path, String traceId) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(front + path).toURL().openConnection();
      connection.setRequestProperty("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");
      connection.setReadTimeout(60_000);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status;
    } catch (IOException e) {
      return 0;
    }
  }

  private static SpanRecord span(TraceRecord trace, String container, SpanKind kind) {
    return trace.spans().stream()
        .filter(span -> container.equals(span.resource().get("k8s.container.name")))
        .filter(span -> span.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
