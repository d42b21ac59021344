package dev.gossamer.smoke.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.image.Resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The collectors' configurations, each by itself and with one another. */
@Tag("any-java")
final class CollectorConfigurationTest {
  /** The operator makes these Services for a collector's receivers. */
  private static final Pattern SERVICE =
      Pattern.compile("([a-z0-9-]+)-collector(-headless)?\\.([a-z0-9-]+)\\.svc[a-z.]*(?::(\\d+))?");

  static Stream<Resource> collectors() {
    return Resources.ofKind("OpenTelemetryCollector").stream();
  }

  @ParameterizedTest
  @MethodSource("collectors")
  void holdsTogether(Resource collector) {
    assertThat(CollectorConfiguration.problems(config(collector))).isEmpty();
  }

  /** The collector that .ci/run makes for other tests has not all of the gateway's parts. */
  @ParameterizedTest
  @MethodSource("collectors")
  void aCollectorTakesIt(Resource collector) {
    String program = System.getenv("GOSSAMER_COLLECTOR");
    if (program == null) {
      throw Skipped.because("GOSSAMER_COLLECTOR names no collector: nothing is shown to one");
    }
    Command.Result result =
        new Command(program, "validate", "--config=env:OTEL_CONFIG")
            .env("OTEL_CONFIG", new Yaml().dump(config(collector)))
            .run();
    if (collector.name().equals("gateway")) {
      Skipped.unless(
          !result.error().contains("unknown type: \"loadbalancing\""),
          "the collector of GOSSAMER_COLLECTOR has no loadbalancing: gateway.yaml is not shown");
    }
    result.succeeded();
  }

  @Test
  void whatDoesNotHoldTogetherIsFound() {
    String config =
        """
        receivers: {otlp: {}}
        processors: {batch: {}, k8sattributes: {}, memory_limiter: {}, filter: {}}
        exporters: {debug: {}}
        service:
          pipelines:
            traces: {receivers: [otlp], processors: [batch, k8sattributes], exporters: [otlp]}
            spans: {receivers: [zipkin], processors: [memory_limiter, batch], exporters: [debug]}
        """;
    assertThat(CollectorConfiguration.problems(Resources.map(new Yaml().load(config))))
        .containsExactlyInAnyOrder(
            "traces names otlp, which is not among the exporters",
            "traces does not begin with memory_limiter",
            "traces does not end with batch",
            "traces has k8sattributes too late",
            "no pipeline is called spans",
            "spans names zipkin, which is not among the receivers",
            "filter of processors is in no pipeline");
  }

  @Test
  void oneSendsToAnotherThatIsThereAndListens() {
    List<String> checked = new ArrayList<>();
    for (Resource resource : Resources.all()) {
      Matcher service = SERVICE.matcher(resource.content().toString());
      while (service.find()) {
        Resource receiver = collector(service.group(1), service.group(3));
        String port = service.group(4) == null ? "4317" : service.group(4);
        assertThat(listensTo(receiver)).contains("0.0.0.0:" + port);
        checked.add(resource.file() + " " + receiver.name());
      }
    }
    assertThat(checked).containsExactlyInAnyOrder("gateway.yaml sampler", "sidecar.yaml gateway");
  }

  @Test
  void allSpansOfATraceComeToOneSampler() {
    Resource gateway = collector("gateway", "observability");
    Map<String, Object> balancing =
        Resources.map(Resources.at(config(gateway), "exporters", "loadbalancing"));
    assertThat(balancing).containsEntry("routing_key", "traceID");
    // A Service of its own address would be one backend.
    assertThat(Resources.at(balancing, "resolver", "dns", "hostname"))
        .isEqualTo("sampler-collector-headless.observability.svc.cluster.local");
    for (Resource collector : collectors().toList()) {
      if (processors(collector).contains("tail_sampling")) {
        assertThat(collector.name()).isEqualTo("sampler");
        assertThat(collector.at("spec", "mode")).isEqualTo("statefulset");
      }
    }
  }

  @Test
  void whoLooksPodsUpMayDoSo() {
    for (Resource collector : collectors().toList()) {
      if (processors(collector).contains("k8sattributes")) {
        Object account = collector.at("spec", "serviceAccount");
        Resource binding = Resources.ofKind("ClusterRoleBinding").get(0);
        assertThat(Resources.list(binding.at("subjects")))
            .containsExactly(
                Map.of(
                    "kind",
                    "ServiceAccount",
                    "name",
                    account,
                    "namespace",
                    collector.at("metadata", "namespace")));
        Resource role = Resources.ofKind("ClusterRole").get(0);
        assertThat(binding.at("roleRef", "name")).isEqualTo(role.name());
        assertThat(Resources.list(role.at("rules")).toString())
            .contains("pods, namespaces", "deployments, replicasets", "get, list, watch");
      }
    }
  }

  @Test
  void theAgentSendsToThePortThatTheSidecarListensTo() {
    Resource instrumentation = Resources.ofKind("Instrumentation").get(0);
    assertThat(instrumentation.at("spec", "exporter", "endpoint"))
        .isEqualTo("http://localhost:4318");
    assertThat(listensTo(collector("sidecar", "shop"))).contains("localhost:4318");
  }

  private static Map<String, Object> config(Resource collector) {
    return Resources.map(collector.at("spec", "config"));
  }

  private static Set<String> processors(Resource collector) {
    return Resources.map(Resources.at(config(collector), "processors")).keySet();
  }

  private static List<Object> listensTo(Resource collector) {
    Map<String, Object> protocols =
        Resources.map(Resources.at(config(collector), "receivers", "otlp", "protocols"));
    return protocols.values().stream().map(one -> Resources.map(one).get("endpoint")).toList();
  }

  private static Resource collector(String name, String namespace) {
    return collectors()
        .filter(one -> one.name().equals(name))
        .filter(one -> one.at("metadata", "namespace").equals(namespace))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no collector " + name + " in " + namespace));
  }
}
