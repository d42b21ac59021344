package dev.gossamer.instrumentation.jbosslogmanagerappender;

import dev.gossamer.api.logging.ChosenEntries;
import dev.gossamer.api.logging.LogAdapter;
import dev.gossamer.api.logging.LoggedEvent;
import dev.gossamer.config.LogRecordOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.logs.Severity;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** What JBoss LogManager's records say. */
final class JBossRecords implements LogAdapter<ExtLogRecord> {
  static final JBossRecords ADAPTER = new JBossRecords();

  private final ChosenEntries mdc;

  private JBossRecords() {
    mdc = new ChosenEntries(LogRecordOptions.ofJBossLogManager(Settings.current()).mdc());
  }

  @Override
  public String instrumentation() {
    return "jboss-logmanager-appender";
  }

  @Override
  public String logger(ExtLogRecord record) {
    String name = record.getLoggerName();
    return name == null ? "" : name;
  }

  @Override
  public long epochNanos(ExtLogRecord record) {
    return record.getMillis() * 1_000_000;
  }

  /** Its own levels have the numbers of those of java.util.logging, but for FATAL, 1100. */
  @Override
  public Severity severity(ExtLogRecord record) {
    int level = record.getLevel().intValue();
    if (level >= 1100) {
      return Severity.FATAL;
    }
    if (level >= 1000) {
      return Severity.ERROR;
    }
    if (level >= 900) {
      return Severity.WARN;
    }
    if (level >= 800) {
      return Severity.INFO;
    }
    if (level >= 700) {
      return Severity.DEBUG3;
    }
    return level >= 500 ? Severity.DEBUG : Severity.TRACE;
  }

  @Override
  public String severityText(ExtLogRecord record) {
    return record.getLevel().getName();
  }

  @Override
  public @Nullable String message(ExtLogRecord record) {
    return record.getFormattedMessage();
  }

  @Override
  public @Nullable String template(ExtLogRecord record) {
    return record.getMessage();
  }

  @Override
  public @Nullable Throwable thrown(ExtLogRecord record) {
    return record.getThrown();
  }

  @Override
  public void attributes(ExtLogRecord record, LoggedEvent to) {
    if (!mdc.isEmpty()) {
      mdc.copy(record.getMdcCopy(), to);
    }
  }
}
