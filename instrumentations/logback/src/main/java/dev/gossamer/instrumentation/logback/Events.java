package dev.gossamer.instrumentation.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.logging.LogContext;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spans of events. */
final class Events {
  /** A {@link SpanContext}, and from when somebody has read the properties on a {@link Joined}. */
  private static final ObjectState<LoggingEvent, Object> SPANS = new ObjectState<>();

  private Events() {}

  static void made(LoggingEvent event) {
    SpanContext span = LogContext.current();
    if (span != null) {
      SPANS.set(event, span);
    }
  }

  /** Several appenders ask for the same event, maybe at once: then some join twice. */
  static @Nullable Map<String, String> properties(
      LoggingEvent event, @Nullable Map<String, String> own) {
    Object state = SPANS.get(event);
    if (state == null) {
      return own;
    }
    Joined known = state instanceof Joined ? (Joined) state : null;
    if (known != null && known.own == own) {
      return known.all;
    }
    SpanContext span = known == null ? (SpanContext) state : known.span;
    Map<String, String> all = own == null ? new HashMap<>() : new HashMap<>(own);
    LogContext.join(span, all);
    SPANS.set(event, new Joined(span, own, all));
    return all;
  }

  private static final class Joined {
    final SpanContext span;
    final @Nullable Map<String, String> own;
    final Map<String, String> all;

    Joined(SpanContext span, @Nullable Map<String, String> own, Map<String, String> all) {
      this.span = span;
      this.own = own;
      this.all = all;
    }
  }
}
