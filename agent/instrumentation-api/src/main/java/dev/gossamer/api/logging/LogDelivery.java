package dev.gossamer.api.logging;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Hands events over to telemetry as soon as that has started. Thread-safe. */
final class LogDelivery {
  /** More events than this are not kept. */
  private static final int MOST_EARLY = 1000;

  /** Loggers beyond these share one that has no name. */
  private static final int MOST_LOGGERS = 10_000;

  private static final ConcurrentHashMap<String, Logger> LOGGERS = new ConcurrentHashMap<>();
  private static final LogDelivery EARLY = new LogDelivery();

  private final ArrayDeque<LoggedEvent> events = new ArrayDeque<>();
  private final Object sending = new Object();
  private volatile boolean early = true;
  private boolean awaiting;
  private long lost;

  private LogDelivery() {}

  static void deliver(LoggedEvent event) {
    if (!EARLY.early || !EARLY.keeps(event)) {
      send(event);
    }
  }

  /** Keeps it; not when there is nothing to wait for any more. */
  private boolean keeps(LoggedEvent event) {
    boolean first;
    synchronized (this) {
      if (!early) {
        return false;
      }
      if (events.size() < MOST_EARLY) {
        event.keep();
        events.add(event);
      } else if (Telemetry.isStarted()) {
        return false;
      } else {
        lost++;
      }
      first = !awaiting;
      awaiting = true;
    }
    if (first) {
      Telemetry.whenStarted(this::sendKept);
    }
    return true;
  }

  /** Has sent them all when it returns, whoever did. */
  private void sendKept() {
    synchronized (sending) {
      LoggedEvent event;
      while ((event = next()) != null) {
        try {
          send(event);
        } catch (Throwable failure) {
          event.failed(failure);
        }
      }
      if (lost > 0) {
        AgentLog.warn(
            lost + " log records lost: more than " + MOST_EARLY + " before telemetry had started");
        lost = 0;
      }
    }
  }

  private synchronized @Nullable LoggedEvent next() {
    LoggedEvent event = events.poll();
    if (event == null) {
      early = false;
    }
    return event;
  }

  private static void send(LoggedEvent event) {
    Logger logger = logger(event.logger);
    if (logger != null) {
      LogRecordBuilder record = logger.logRecordBuilder();
      event.into(record);
      record.emit();
    }
  }

  /** Null when telemetry could not be started. */
  private static @Nullable Logger logger(String name) {
    Logger known = LOGGERS.get(name);
    if (known != null) {
      return known;
    }
    LoggerProvider provider = Telemetry.openTelemetry().getLogsBridge();
    if (provider == LoggerProvider.noop()) {
      return null;
    }
    Logger made = provider.get(LOGGERS.size() < MOST_LOGGERS ? name : "");
    if (LOGGERS.size() < MOST_LOGGERS) {
      LOGGERS.put(name, made);
    }
    return made;
  }
}
