package dev.gossamer.api.logging;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Hands records over to telemetry as soon as that has started. Thread-safe. */
final class LogDelivery {
  /** More records than this are not kept. */
  private static final int MOST_EARLY = 1000;

  /** Loggers beyond these share one that has no name. */
  private static final int MOST_LOGGERS = 10_000;

  private static final ConcurrentHashMap<String, Logger> LOGGERS = new ConcurrentHashMap<>();
  private static final LogDelivery EARLY = new LogDelivery();

  private final ArrayDeque<KeptRecord> records = new ArrayDeque<>();
  private final Object sending = new Object();
  private volatile boolean early = true;
  private boolean awaiting;
  private long lost;

  private LogDelivery() {}

  /** A record to be, by a logger of this name; null when telemetry could not be started. */
  static @Nullable LogRecordBuilder record(String instrumentation, String logger) {
    if (EARLY.early) {
      return new KeptRecord(instrumentation, logger);
    }
    Logger to = logger(logger);
    return to == null ? null : to.logRecordBuilder();
  }

  static void deliver(KeptRecord record) {
    if (!EARLY.early || !EARLY.keeps(record)) {
      send(record);
    }
  }

  /** Keeps it; not when there is nothing to wait for any more. */
  private boolean keeps(KeptRecord record) {
    boolean first;
    synchronized (this) {
      if (!early) {
        return false;
      }
      if (records.size() < MOST_EARLY) {
        record.keep();
        records.add(record);
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
      KeptRecord record;
      while ((record = next()) != null) {
        try {
          send(record);
        } catch (Throwable failure) {
          record.failed(failure);
        }
      }
      if (lost > 0) {
        AgentLog.warn(
            lost + " log records lost: more than " + MOST_EARLY + " before telemetry had started");
        lost = 0;
      }
    }
  }

  private synchronized @Nullable KeptRecord next() {
    KeptRecord record = records.poll();
    if (record == null) {
      early = false;
    }
    return record;
  }

  private static void send(KeptRecord record) {
    Logger logger = logger(record.logger);
    if (logger != null) {
      record.sendAs(logger.logRecordBuilder());
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
