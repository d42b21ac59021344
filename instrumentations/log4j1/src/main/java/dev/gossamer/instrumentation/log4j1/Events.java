package dev.gossamer.instrumentation.log4j1;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.logging.LogContext;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.log4j.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/** The spans of events. */
final class Events {
  private static final ObjectState<LoggingEvent, SpanContext> SPANS = new ObjectState<>();

  private Events() {}

  static void made(LoggingEvent event) {
    SpanContext span = LogContext.current();
    if (span != null) {
      SPANS.set(event, span);
    }
  }

  static @Nullable Object entry(LoggingEvent event, @Nullable String key) {
    SpanContext span = SPANS.get(event);
    return span == null ? null : LogContext.value(span, key);
  }

  static @Nullable Map<String, Object> entries(
      LoggingEvent event, @Nullable Map<String, Object> own) {
    SpanContext span = SPANS.get(event);
    if (span == null) {
      return own;
    }
    Map<String, Object> all = own == null ? new HashMap<>() : new HashMap<>(own);
    LogContext.join(span, all);
    return Collections.unmodifiableMap(all);
  }
}
