package dev.gossamer.api.logging;

import dev.gossamer.config.LoggingOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log event says of the span it was made in: entries beside those of the application's own
 * logging context (MDC), whose values always stay. Thread-safe.
 */
public final class LogContext {
  private static final LoggingOptions KEYS = LoggingOptions.from(Settings.current());

  private LogContext() {}

  /** The span that a line of this thread is written in; null outside of any. */
  public static @Nullable SpanContext current() {
    Span span = Span.fromContextOrNull(Context.current());
    if (span == null) {
      return null;
    }
    SpanContext context = span.getSpanContext();
    return context.isValid() ? context : null;
  }

  /** Key of the trace's id, {@code trace_id} unless configured otherwise. */
  public static String traceIdKey() {
    return KEYS.traceIdKey();
  }

  /** Key of the span's id, {@code span_id} unless configured otherwise. */
  public static String spanIdKey() {
    return KEYS.spanIdKey();
  }

  /** Key of the trace's flags, {@code trace_flags} unless configured otherwise. */
  public static String traceFlagsKey() {
    return KEYS.traceFlagsKey();
  }

  /** What an event made in this span has under a key; null unless it is one of the three. */
  public static @Nullable String value(SpanContext span, @Nullable String key) {
    if (traceIdKey().equals(key)) {
      return span.getTraceId();
    }
    if (spanIdKey().equals(key)) {
      return span.getSpanId();
    }
    return traceFlagsKey().equals(key) ? span.getTraceFlags().asHex() : null;
  }

  /** Adds those of the three that an event's entries have not themselves. */
  public static void join(SpanContext span, Map<String, ? super String> to) {
    to.putIfAbsent(traceIdKey(), span.getTraceId());
    to.putIfAbsent(spanIdKey(), span.getSpanId());
    to.putIfAbsent(traceFlagsKey(), span.getTraceFlags().asHex());
  }

  /** Whether it is one of the three. */
  static boolean isKey(@Nullable String key) {
    return traceIdKey().equals(key) || spanIdKey().equals(key) || traceFlagsKey().equals(key);
  }
}
