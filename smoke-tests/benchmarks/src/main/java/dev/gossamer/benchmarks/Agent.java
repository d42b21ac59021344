package dev.gossamer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an application is started with.
 *
 * @param key short, for the command line and file names
 * @param jar null: no agent
 */
record Agent(String key, String title, @Nullable Path jar) {
  static final String NONE = "none";
  static final String OURS = "gossamer";

  /** An earlier jar of ours, for what a change has cost. */
  static final String PREVIOUS = "previous";

  boolean isPeer() {
    return !key.equals(NONE) && !key.equals(OURS) && !key.equals(PREVIOUS);
  }

  List<String> jvmArguments() {
    return jar == null ? List.of() : List.of("-javaagent:" + jar);
  }

  /** Size of the jar in bytes; 0 without agent. */
  long size() throws IOException {
    return jar == null ? 0 : Files.size(jar);
  }

  /** The same, with metrics and logs: for the agents that know these settings. */
  static Map<String, String> environmentOfAllSignals(int sinkPort) {
    Map<String, String> environment = new HashMap<>(environment(sinkPort));
    environment.put("OTEL_METRICS_EXPORTER", "otlp");
    environment.put("OTEL_LOGS_EXPORTER", "otlp");
    environment.put("OTEL_METRIC_EXPORT_INTERVAL", "10000");
    return environment;
  }

  /**
   * The settings, the same for all: where to send, spans only, every span, and nothing that asks
   * the network about the machine. What an agent doesn't know, it doesn't read.
   */
  static Map<String, String> environment(int sinkPort) {
    String sink = "http://127.0.0.1:" + sinkPort;
    return Map.ofEntries(
        Map.entry("OTEL_SERVICE_NAME", "benchmark"),
        Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", sink),
        Map.entry("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        Map.entry("OTEL_METRICS_EXPORTER", "none"),
        Map.entry("OTEL_LOGS_EXPORTER", "none"),
        Map.entry("OTEL_BSP_SCHEDULE_DELAY", "1000"),
        Map.entry("DD_SERVICE", "benchmark"),
        Map.entry("DD_AGENT_HOST", "127.0.0.1"),
        Map.entry("DD_TRACE_AGENT_PORT", Integer.toString(sinkPort)),
        Map.entry("DD_TRACE_SAMPLE_RATE", "1"),
        Map.entry("DD_TRACE_RATE_LIMIT", "1000000"),
        Map.entry("DD_INSTRUMENTATION_TELEMETRY_ENABLED", "false"),
        Map.entry("DD_REMOTE_CONFIG_ENABLED", "false"),
        Map.entry("DD_JMXFETCH_ENABLED", "false"),
        Map.entry("DD_PROFILING_ENABLED", "false"),
        Map.entry("DD_RUNTIME_METRICS_ENABLED", "false"),
        Map.entry("ELASTIC_APM_SERVICE_NAME", "benchmark"),
        Map.entry("ELASTIC_APM_SERVER_URL", sink),
        Map.entry("ELASTIC_APM_METRICS_INTERVAL", "0"),
        Map.entry("ELASTIC_APM_CLOUD_PROVIDER", "NONE"));
  }
}
