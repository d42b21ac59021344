package dev.gossamer.instrumentation.jbosslogmanager;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.logging.LogContext;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** The spans of records. */
final class Records {
  private static final ObjectState<ExtLogRecord, SpanContext> SPANS = new ObjectState<>();

  private Records() {}

  static void made(ExtLogRecord record) {
    SpanContext span = LogContext.current();
    if (span != null) {
      SPANS.set(record, span);
    }
  }

  static void copied(ExtLogRecord from, ExtLogRecord to) {
    SpanContext span = SPANS.get(from);
    if (span != null) {
      SPANS.set(to, span);
    }
  }

  static @Nullable String entry(ExtLogRecord record, @Nullable String key) {
    SpanContext span = SPANS.get(record);
    return span == null ? null : LogContext.value(span, key);
  }

  static @Nullable Map<String, String> entries(
      ExtLogRecord record, @Nullable Map<String, String> own) {
    SpanContext span = SPANS.get(record);
    if (span == null) {
      return own;
    }
    Map<String, String> all = own == null ? new HashMap<>() : own;
    LogContext.join(span, all);
    return all;
  }
}
