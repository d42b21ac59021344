package dev.gossamer.instrumentation.logbackappender;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import dev.gossamer.api.logging.ChosenEntries;
import dev.gossamer.api.logging.LogAdapter;
import dev.gossamer.api.logging.LoggedEvent;
import dev.gossamer.config.LogRecordOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.logs.Severity;
import org.jspecify.annotations.Nullable;

/** What Logback's events say. */
final class LogbackEvents implements LogAdapter<ILoggingEvent> {
  static final LogbackEvents ADAPTER = new LogbackEvents();

  private static final long NANOS_OF_MILLI = 1_000_000;

  private final ChosenEntries mdc;
  private final boolean pairs;

  private LogbackEvents() {
    LogRecordOptions options = LogRecordOptions.ofLogback(Settings.current());
    mdc = new ChosenEntries(options.mdc());
    pairs = options.pairs();
  }

  @Override
  public String instrumentation() {
    return "logback-appender";
  }

  @Override
  public String logger(ILoggingEvent event) {
    return event.getLoggerName();
  }

  @Override
  public long epochNanos(ILoggingEvent event) {
    long millis = event.getTimeStamp();
    int nanos = NewerEvents.nanosOfSecond(event);
    // Who sets the time of an event may set the milliseconds only.
    return nanos / NANOS_OF_MILLI == millis % 1000
        ? millis / 1000 * 1_000_000_000 + nanos
        : millis * NANOS_OF_MILLI;
  }

  @Override
  public Severity severity(ILoggingEvent event) {
    int level = event.getLevel().toInt();
    if (level >= Level.ERROR_INT) {
      return Severity.ERROR;
    }
    if (level >= Level.WARN_INT) {
      return Severity.WARN;
    }
    if (level >= Level.INFO_INT) {
      return Severity.INFO;
    }
    return level >= Level.DEBUG_INT ? Severity.DEBUG : Severity.TRACE;
  }

  @Override
  public String severityText(ILoggingEvent event) {
    return event.getLevel().toString();
  }

  @Override
  public @Nullable String message(ILoggingEvent event) {
    return event.getFormattedMessage();
  }

  @Override
  public @Nullable String template(ILoggingEvent event) {
    return event.getMessage();
  }

  @Override
  public @Nullable Throwable thrown(ILoggingEvent event) {
    IThrowableProxy proxy = event.getThrowableProxy();
    return proxy instanceof ThrowableProxy ? ((ThrowableProxy) proxy).getThrowable() : null;
  }

  @Override
  public void attributes(ILoggingEvent event, LoggedEvent to) {
    if (!mdc.isEmpty()) {
      mdc.copy(event.getMDCPropertyMap(), to);
    }
    if (pairs) {
      NewerEvents.pairs(event, to);
    }
  }
}
