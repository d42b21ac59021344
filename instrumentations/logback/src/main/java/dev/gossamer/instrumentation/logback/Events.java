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
  private static final ObjectState<LoggingEvent, Logged> SPANS = new ObjectState<>();

  private Events() {}

  static void made(LoggingEvent event) {
    SpanContext span = LogContext.current();
    if (span != null) {
      SPANS.set(event, new Logged(span));
    }
  }

  static @Nullable Map<String, String> properties(
      LoggingEvent event, @Nullable Map<String, String> own) {
    Logged logged = SPANS.get(event);
    return logged == null ? own : logged.with(own);
  }

  /** Several appenders ask for the same event, maybe at once: then some ask twice. */
  private static final class Logged {
    private final SpanContext span;
    private @Nullable Joined last;

    Logged(SpanContext span) {
      this.span = span;
    }

    Map<String, String> with(@Nullable Map<String, String> own) {
      Joined known = last;
      if (known != null && known.own == own) {
        return known.all;
      }
      Map<String, String> all = own == null ? new HashMap<>() : new HashMap<>(own);
      LogContext.join(span, all);
      last = new Joined(own, all);
      return all;
    }
  }

  private static final class Joined {
    final @Nullable Map<String, String> own;
    final Map<String, String> all;

    Joined(@Nullable Map<String, String> own, Map<String, String> all) {
      this.own = own;
      this.all = all;
    }
  }
}
