package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All settings there are, and the names that are none of ours but rightly there. */
final class Declarations {
  /** Unknown names that are looked at. */
  private static final int MOST_EXAMINED = 50;

  /** Settings of the OpenTelemetry specification and of other agents that this one accepts. */
  private static final String[] ELSEWHERE = {
    "OTEL_NODE_IP",
    "OTEL_POD_IP",
    "OTEL_LOG_LEVEL",
    "OTEL_ENTITIES",
    "OTEL_CONFIG",
    "OTEL_EXPERIMENTAL_CONFIG_FILE",
    "OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN",
    "OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED",
    "OTEL_JAVA_GLOBAL_AUTOCONFIGURE_ENABLED",
    "OTEL_EXPERIMENTAL_SDK_TELEMETRY_VERSION",
    "OTEL_JAVAAGENT_LOGGING",
    "OTEL_EXPORTER_PROMETHEUS_HOST",
    "OTEL_EXPORTER_PROMETHEUS_PORT",
    "OTEL_EXPORTER_ZIPKIN_ENDPOINT",
    "OTEL_EXPORTER_ZIPKIN_TIMEOUT"
  };

  private Declarations() {}

  /** The declared settings by heading, in the order of the documentation. */
  static Map<String, Setting[]> byHeading() {
    Map<String, Setting[]> all = new LinkedHashMap<>();
    all.put("The agent", AgentOptions.ALL);
    all.put("Signals and exporters", SdkOptions.ALL);
    all.put("Who it is from", ResourceOptions.ALL);
    all.put("Sampling", SamplerOptions.ALL);
    all.put("Propagation", PropagatorOptions.ALL);
    all.put("Export to a collector (OTLP)", OtlpOptions.all());
    all.put("Batches", BatchOptions.all());
    all.put("Metrics", MetricOptions.ALL);
    all.put("Limits of a span and of a log record", LimitOptions.ALL);
    all.put("Calls to others", ClientOptions.ALL);
    all.put("Old names beside the new", SemconvOptions.ALL);
    all.put("HTTP", HttpOptions.ALL);
    all.put("Databases", DatabaseOptions.ALL);
    all.put("Methods of the application", MethodOptions.ALL);
    all.put("The application's log", LoggingOptions.ALL);
    all.put("The application's log records", LogRecordOptions.ALL);
    return all;
  }

  /**
   * Says, for every {@code OTEL_*} and {@code GOSSAMER_*} that no setting is named after, which one
   * it was probably meant to be; nothing for those that resemble none.
   */
  static void reportNearMisses(Settings settings) {
    List<String> known = new ArrayList<>(Arrays.asList(ELSEWHERE));
    for (Setting[] group : byHeading().values()) {
      for (Setting setting : group) {
        known.add(setting.name());
      }
    }
    List<String> given = new ArrayList<>(settings.given().keySet());
    Collections.sort(given);
    int examined = 0;
    for (String name : given) {
      boolean ours = name.startsWith("OTEL_") || name.startsWith("GOSSAMER_");
      if (ours && !isKnown(name, known) && examined++ < MOST_EXAMINED) {
        String meant = Words.nearest(name, known);
        if (meant != null && Words.distance(name, meant) <= 2) {
          Settings.Given said = settings.given().get(name);
          String written = said == null ? name : said.name + said.where;
          AgentLog.warn(
              Words.shown(written) + " is no setting; did you mean " + meant + "? It is ignored");
        }
      }
    }
  }

  private static boolean isKnown(String name, List<String> known) {
    return known.contains(name)
        || name.startsWith("OTEL_RESOURCE_ATTRIBUTES_")
        || name.startsWith("OTEL_INSTRUMENTATION_");
  }
}
