package dev.gossamer.config;

import java.util.List;

/** Which signals are made, and what becomes of them. Immutable. */
public final class SdkOptions {
  static final Setting DISABLED =
      Setting.bool(
          "OTEL_SDK_DISABLED",
          false,
          "`true`: no spans, no metrics, no logs; trace context that comes in is passed on unchanged");
  static final Setting TRACES_EXPORTER =
      Setting.list(
          "OTEL_TRACES_EXPORTER",
          "otlp",
          "Where spans go; `console` prints them to standard output",
          "otlp",
          "console",
          "none");
  static final Setting METRICS_EXPORTER =
      Setting.list(
          "OTEL_METRICS_EXPORTER",
          "otlp",
          "Where metrics go; `console` prints them to standard output",
          "otlp",
          "console",
          "none");
  static final Setting LOGS_EXPORTER =
      Setting.list(
          "OTEL_LOGS_EXPORTER",
          "otlp",
          "Where the application's log events go, beside where they went before; `console` prints"
              + " them to standard output",
          "otlp",
          "console",
          "none");
  static final Setting CONFIG_FILE =
      Setting.text(
          "OTEL_CONFIG_FILE",
          null,
          "Declarative configuration is not supported: a line says so, and the environment"
              + " variables hold");
  static final Setting EXTENSIONS =
      Setting.list(
          "OTEL_JAVAAGENT_EXTENSIONS",
          "",
          "Jars, and folders of jars, with samplers, exporters, propagators, resource providers and"
              + " customizers for the OpenTelemetry SDK (its autoconfigure SPI); instrumentations of"
              + " the OpenTelemetry agent are refused, with a line");

  static final Setting[] ALL = {
    DISABLED, TRACES_EXPORTER, METRICS_EXPORTER, LOGS_EXPORTER, CONFIG_FILE, EXTENSIONS
  };

  private final boolean disabled;
  private final List<String> tracesExporters;
  private final List<String> metricsExporters;
  private final List<String> logsExporters;

  private SdkOptions(Settings settings) {
    disabled = settings.bool(DISABLED);
    tracesExporters = Exporters.names(settings, TRACES_EXPORTER);
    metricsExporters = Exporters.names(settings, METRICS_EXPORTER);
    logsExporters = Exporters.names(settings, LOGS_EXPORTER);
    settings.warn(
        CONFIG_FILE,
        "is not supported by this agent; OTEL_* variables and otel.* properties hold instead");
  }

  /** Reads them, with a line for everything that is not valid or not supported. */
  public static SdkOptions from(Settings settings) {
    return new SdkOptions(settings);
  }

  /** Whether metrics go anywhere; leaves it to {@link #from} to complain. */
  public static boolean exportsMetrics(Settings settings) {
    return !settings.bool(DISABLED) && !"none".equalsIgnoreCase(settings.text(METRICS_EXPORTER));
  }

  /** Whether log records go anywhere; leaves it to {@link #from} to complain. */
  public static boolean exportsLogs(Settings settings) {
    return !settings.bool(DISABLED) && !"none".equalsIgnoreCase(settings.text(LOGS_EXPORTER));
  }

  /** Files and folders of extensions, as the user wrote them; to be asked before all else. */
  public static List<String> extensions(Settings settings) {
    return settings.list(EXTENSIONS);
  }

  /** What the user calls that setting. */
  public static String extensionsName(Settings settings) {
    return settings.nameOf(EXTENSIONS);
  }

  /** Whether nothing shall be made. */
  public boolean disabled() {
    return disabled;
  }

  /** {@code otlp}, {@code console} and those of extensions, in the order given; or empty. */
  public List<String> tracesExporters() {
    return tracesExporters;
  }

  /** The same for metrics. */
  public List<String> metricsExporters() {
    return metricsExporters;
  }

  /** The same for log records. */
  public List<String> logsExporters() {
    return logsExporters;
  }
}
