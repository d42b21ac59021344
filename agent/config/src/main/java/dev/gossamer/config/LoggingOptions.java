package dev.gossamer.config;

import java.util.Objects;

/** What the application's own log lines say of the span they were written in. Immutable. */
public final class LoggingOptions {
  static final Setting TRACE_ID =
      key("TRACE_ID", "trace-id", "trace_id", "the trace's id, 32 hex digits");
  static final Setting SPAN_ID =
      key("SPAN_ID", "span-id", "span_id", "the span's id, 16 hex digits");
  static final Setting TRACE_FLAGS =
      key("TRACE_FLAGS", "trace-flags", "trace_flags", "the trace's flags, two hex digits");

  static final Setting[] ALL = {TRACE_ID, SPAN_ID, TRACE_FLAGS};

  private final String traceIdKey;
  private final String spanIdKey;
  private final String traceFlagsKey;

  private LoggingOptions(Settings settings) {
    traceIdKey = text(settings, TRACE_ID);
    spanIdKey = text(settings, SPAN_ID);
    traceFlagsKey = text(settings, TRACE_FLAGS);
  }

  /** Reads them. */
  public static LoggingOptions from(Settings settings) {
    return new LoggingOptions(settings);
  }

  /** Key of the trace's id. */
  public String traceIdKey() {
    return traceIdKey;
  }

  /** Key of the span's id. */
  public String spanIdKey() {
    return spanIdKey;
  }

  /** Key of the trace's flags. */
  public String traceFlagsKey() {
    return traceFlagsKey;
  }

  private static String text(Settings settings, Setting setting) {
    return Objects.requireNonNull(settings.text(setting), "every key has a default");
  }

  private static Setting key(String name, String property, String byDefault, String what) {
    return Setting.text(
            "OTEL_INSTRUMENTATION_COMMON_LOGGING_" + name,
            byDefault,
            "Key under which the application's log events have " + what)
        .property("otel.instrumentation.common.logging." + property);
  }
}
