package dev.gossamer.api.logging;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The application's log events as OTLP log records (specification: Logs Data Model). Never waits:
 * what is logged before telemetry has started is kept, up to a bound, and goes out with the first
 * event after it. Thread-safe.
 */
public final class LogRecords {
  private static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> EXCEPTION_MESSAGE =
      AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  /** More early events than this are lost. */
  private static final int MOST_EARLY = 1000;

  private static final Queue<LogEvent> EARLY = new ArrayDeque<>();
  private static volatile boolean early = true;

  private LogRecords() {}

  /** Whether anybody gets them. */
  public static boolean isEnabled() {
    return !Telemetry.isStarted()
        || Telemetry.openTelemetry().getLogsBridge() != LoggerProvider.noop();
  }

  /** Exports one event, in the context that is current. */
  public static void emit(LogEvent event) {
    if (event.context == null) {
      event.context = Context.current();
    }
    if (early) {
      if (keep(event)) {
        return;
      }
      emitEarly();
    }
    send(event);
  }

  private static boolean keep(LogEvent event) {
    synchronized (EARLY) {
      if (Telemetry.isStarted()) {
        return false;
      }
      if (EARLY.size() < MOST_EARLY) {
        EARLY.add(event);
      }
      return true;
    }
  }

  /** Exports what was kept. */
  private static void emitEarly() {
    while (true) {
      LogEvent event;
      synchronized (EARLY) {
        event = EARLY.poll();
        if (event == null) {
          early = false;
          return;
        }
      }
      send(event);
    }
  }

  private static void send(LogEvent event) {
    LoggerProvider provider = Telemetry.openTelemetry().getLogsBridge();
    if (provider == LoggerProvider.noop()) {
      return;
    }
    Logger logger = provider.get(event.logger);
    LogRecordBuilder record = logger.logRecordBuilder();
    record.setTimestamp(event.epochNanos, TimeUnit.NANOSECONDS);
    record.setSeverity(event.severity);
    record.setSeverityText(event.severityText);
    if (event.body != null) {
      record.setBody(event.body);
    }
    Context context = event.context;
    if (context != null) {
      record.setContext(context);
    }
    Throwable thrown = event.thrown;
    if (thrown != null) {
      record.setAttribute(EXCEPTION_TYPE, thrown.getClass().getName());
      if (thrown.getMessage() != null) {
        record.setAttribute(EXCEPTION_MESSAGE, thrown.getMessage());
      }
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      record.setAttribute(EXCEPTION_STACKTRACE, trace.toString());
    }
    record.emit();
  }

  /** One event of the application's. Not thread-safe. */
  public static final class LogEvent {
    final String logger;
    final long epochNanos;
    final Severity severity;
    final String severityText;
    final @Nullable String body;
    final @Nullable Throwable thrown;
    @Nullable Context context;

    /**
     * @param logger its name, which becomes the scope
     * @param epochNanos when it was logged
     * @param severityText as the library calls it
     * @param body the formatted message
     */
    public LogEvent(
        String logger,
        long epochNanos,
        Severity severity,
        String severityText,
        @Nullable String body,
        @Nullable Throwable thrown) {
      this.logger = logger;
      this.epochNanos = epochNanos;
      this.severity = severity;
      this.severityText = severityText;
      this.body = body;
      this.thrown = thrown;
    }
  }
}
