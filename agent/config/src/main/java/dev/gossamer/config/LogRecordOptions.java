package dev.gossamer.config;

import java.util.List;

/**
 * What of a logging library's events becomes attributes of their log records. Immutable. The names
 * of the settings are those of the OpenTelemetry agent.
 */
public final class LogRecordOptions {
  private static final String ENTRIES =
      " that become attributes of log records, separated by commas; `*`: all";

  static final Setting LOGBACK_MDC =
      Setting.list(
              "OTEL_INSTRUMENTATION_LOGBACK_APPENDER_EXPERIMENTAL_CAPTURE_MDC_ATTRIBUTES",
              "",
              "Keys of Logback's MDC" + ENTRIES)
          .property("otel.instrumentation.logback-appender.experimental.capture-mdc-attributes");
  static final Setting LOGBACK_PAIRS =
      Setting.bool(
              "OTEL_INSTRUMENTATION_LOGBACK_APPENDER_EXPERIMENTAL_CAPTURE_KEY_VALUE_PAIR_ATTRIBUTES",
              false,
              "`true`: key-value pairs of SLF4J's fluent API become attributes of log records")
          .property(
              "otel.instrumentation.logback-appender.experimental.capture-key-value-pair-attributes");
  static final Setting LOG4J_MDC =
      Setting.list(
              "OTEL_INSTRUMENTATION_LOG4J_APPENDER_EXPERIMENTAL_CAPTURE_MDC_ATTRIBUTES",
              "",
              "Keys of Log4j's context data, of Log4j 1's MDC" + ENTRIES)
          .property("otel.instrumentation.log4j-appender.experimental.capture-mdc-attributes");
  static final Setting LOG4J_PAIRS =
      Setting.bool(
              "OTEL_INSTRUMENTATION_LOG4J_APPENDER_EXPERIMENTAL_CAPTURE_MAP_MESSAGE_ATTRIBUTES",
              false,
              "`true`: entries of Log4j's map messages become attributes of log records, named"
                  + " `log4j.map_message.<key>`")
          .property(
              "otel.instrumentation.log4j-appender.experimental.capture-map-message-attributes");

  static final Setting JBOSS_MDC =
      Setting.list(
              "OTEL_INSTRUMENTATION_JBOSS_LOGMANAGER_EXPERIMENTAL_CAPTURE_MDC_ATTRIBUTES",
              "",
              "Keys of JBoss LogManager's MDC" + ENTRIES)
          .property("otel.instrumentation.jboss-logmanager.experimental.capture-mdc-attributes");

  static final Setting[] ALL = {LOGBACK_MDC, LOGBACK_PAIRS, LOG4J_MDC, LOG4J_PAIRS, JBOSS_MDC};

  private final List<String> mdc;
  private final boolean pairs;

  private LogRecordOptions(List<String> mdc, boolean pairs) {
    this.mdc = mdc;
    this.pairs = pairs;
  }

  /** Reads those of Logback. */
  public static LogRecordOptions ofLogback(Settings settings) {
    return new LogRecordOptions(settings.list(LOGBACK_MDC), settings.bool(LOGBACK_PAIRS));
  }

  /** Reads those of Log4j. */
  public static LogRecordOptions ofLog4j(Settings settings) {
    return new LogRecordOptions(settings.list(LOG4J_MDC), settings.bool(LOG4J_PAIRS));
  }

  /** Reads those of JBoss LogManager, which has no pairs. */
  public static LogRecordOptions ofJBossLogManager(Settings settings) {
    return new LogRecordOptions(settings.list(JBOSS_MDC), false);
  }

  /** Keys of the thread's logging context, {@code *} for all. */
  public List<String> mdc() {
    return mdc;
  }

  /** Whether the pairs that an event itself has are wanted. */
  public boolean pairs() {
    return pairs;
  }
}
