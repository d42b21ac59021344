package dev.gossamer.instrumentation.javautillogging;

import dev.gossamer.api.logging.LogAdapter;
import dev.gossamer.api.logging.LoggedEvent;
import io.opentelemetry.api.logs.Severity;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** What records of java.util.logging say. */
final class JulRecords implements LogAdapter<LogRecord> {
  static final JulRecords ADAPTER = new JulRecords();

  /** Asked of the property, not of the log manager: that must not be made because of us. */
  static final boolean UNDER_JBOSS =
      "org.jboss.logmanager.LogManager".equals(System.getProperty("java.util.logging.manager"));

  private JulRecords() {}

  @Override
  public String instrumentation() {
    return "java-util-logging";
  }

  @Override
  public String logger(LogRecord record) {
    String name = record.getLoggerName();
    return name == null ? "" : name;
  }

  @Override
  public long epochNanos(LogRecord record) {
    return record.getMillis() * 1_000_000;
  }

  /** A custom level is the next lower one of the library's; above all of them it is fatal. */
  @Override
  public Severity severity(LogRecord record) {
    int level = record.getLevel().intValue();
    if (level > Level.SEVERE.intValue()) {
      return Severity.FATAL;
    }
    if (level == Level.SEVERE.intValue()) {
      return Severity.ERROR;
    }
    if (level >= Level.WARNING.intValue()) {
      return Severity.WARN;
    }
    if (level >= Level.INFO.intValue()) {
      return Severity.INFO;
    }
    if (level >= Level.CONFIG.intValue()) {
      return Severity.DEBUG3;
    }
    if (level >= Level.FINE.intValue()) {
      return Severity.DEBUG2;
    }
    return level >= Level.FINER.intValue() ? Severity.DEBUG : Severity.TRACE;
  }

  @Override
  public String severityText(LogRecord record) {
    return record.getLevel().getName();
  }

  @Override
  public @Nullable String message(LogRecord record) {
    return record.getMessage() == null ? null : new Message().formatMessage(record);
  }

  @Override
  public @Nullable String template(LogRecord record) {
    return record.getMessage();
  }

  @Override
  public @Nullable Throwable thrown(LogRecord record) {
    return record.getThrown();
  }

  @Override
  public void attributes(LogRecord record, LoggedEvent to) {}

  /**
   * The JDK's own rules for parameters and resource bundles. One for each record: Java 8 formats
   * under the formatter's lock, and what is formatted may wait for another thread that logs.
   */
  private static final class Message extends Formatter {
    @Override
    public String format(LogRecord record) {
      return formatMessage(record);
    }
  }
}
