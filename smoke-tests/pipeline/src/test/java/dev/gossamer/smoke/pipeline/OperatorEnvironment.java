package dev.gossamer.smoke.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment that the OpenTelemetry Operator writes into a container of a Deployment in the
 * namespace {@code shop}, in its order.
 */
final class OperatorEnvironment {
  static final String NAMESPACE = "shop";
  static final String NODE = "node-a";

  /**
   * Another in each JVM, as Kubernetes gives no name twice: a pod of another run may still live.
   */
  static final String SUFFIX = UUID.randomUUID().toString().substring(0, 5);

  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([-._a-zA-Z][-._a-zA-Z0-9]*)\\)");

  private final String deployment;
  private final String container;
  private final Map<String, String> variables = new LinkedHashMap<>();

  private OperatorEnvironment(String deployment, String container) {
    this.deployment = deployment;
    this.container = container;
  }

  /**
   * Of one container.
   *
   * @param agent the agent's jar as the container sees it
   * @param endpoint what the Instrumentation says about the exporter; may refer to variables
   */
  static OperatorEnvironment of(
      String deployment, String container, String agent, String endpoint) {
    OperatorEnvironment environment = new OperatorEnvironment(deployment, container);
    Map<String, String> it = environment.variables;
    it.put("OTEL_NODE_IP", "127.0.0.1");
    it.put("OTEL_POD_IP", "127.0.0.1");
    it.put("JAVA_TOOL_OPTIONS", " -javaagent:" + agent);
    it.put("OTEL_SERVICE_NAME", deployment);
    it.put("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
    it.put("OTEL_RESOURCE_ATTRIBUTES_POD_NAME", environment.pod());
    it.put("OTEL_RESOURCE_ATTRIBUTES_NODE_NAME", NODE);
    it.put("OTEL_PROPAGATORS", "tracecontext,baggage,b3");
    it.put("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
    it.put("OTEL_TRACES_SAMPLER_ARG", "1.0");
    it.put(
        "OTEL_RESOURCE_ATTRIBUTES",
        String.join(
            ",",
            "deployment.environment.name=prod",
            "k8s.container.name=" + container,
            "k8s.deployment.name=" + deployment,
            "k8s.namespace.name=" + NAMESPACE,
            "k8s.node.name=$(OTEL_RESOURCE_ATTRIBUTES_NODE_NAME)",
            "k8s.pod.name=$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME)",
            "k8s.replicaset.name=" + deployment + "-5c9d8",
            "service.instance.id="
                + NAMESPACE
                + ".$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME)."
                + container,
            "service.namespace=" + NAMESPACE,
            "service.version=1.4.2"));
    return environment;
  }

  private String pod() {
    return pod(deployment);
  }

  /** The name of a Deployment's only pod. */
  static String pod(String deployment) {
    return deployment + "-5c9d8-" + SUFFIX;
  }

  /** As the operator writes it. */
  Map<String, String> written() {
    return variables;
  }

  /** As the kubelet hands it over: a reference to an earlier variable is replaced by its value. */
  Map<String, String> expanded() {
    Map<String, String> expanded = new LinkedHashMap<>();
    variables.forEach(
        (name, value) ->
            expanded.put(
                name,
                REFERENCE
                    .matcher(value)
                    .replaceAll(
                        reference ->
                            Matcher.quoteReplacement(
                                expanded.getOrDefault(reference.group(1), reference.group())))));
    return expanded;
  }

  /** What the resource of its telemetry has to hold. */
  Map<String, Object> resource() {
    return Map.of(
        "service.name", deployment,
        "service.namespace", NAMESPACE,
        "service.version", "1.4.2",
        "service.instance.id", NAMESPACE + "." + pod() + "." + container,
        "deployment.environment.name", "prod",
        "k8s.namespace.name", NAMESPACE,
        "k8s.pod.name", pod(),
        "k8s.node.name", NODE,
        "k8s.container.name", container,
        "k8s.deployment.name", deployment);
  }
}
