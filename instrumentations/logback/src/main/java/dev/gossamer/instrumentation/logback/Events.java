package dev.gossamer.instrumentation.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.logging.LogContext;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spans of events. */
final class Events {
  /** A {@link SpanContext}; an {@link EventProperties} from when somebody has asked for them. */
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
    EventProperties known = state instanceof EventProperties ? (EventProperties) state : null;
    if (known != null && known.own == own) {
      return known;
    }
    EventProperties all =
        new EventProperties(known == null ? (SpanContext) state : known.span, own);
    SPANS.set(event, all);
    return all;
  }
}
