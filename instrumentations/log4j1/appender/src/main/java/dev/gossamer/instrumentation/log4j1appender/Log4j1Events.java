package dev.gossamer.instrumentation.log4j1appender;

import dev.gossamer.api.logging.ChosenEntries;
import dev.gossamer.api.logging.LogAdapter;
import dev.gossamer.api.logging.LoggedEvent;
import dev.gossamer.api.logging.Severities;
import dev.gossamer.config.LogRecordOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.logs.Severity;
import java.util.Map;
import org.apache.log4j.MDC;
import org.apache.log4j.Priority;
import org.apache.log4j.spi.LoggingEvent;
import org.apache.log4j.spi.ThrowableInformation;
import org.jspecify.annotations.Nullable;

/** What Log4j 1's events say. */
final class Log4j1Events implements LogAdapter<LoggingEvent> {
  static final Log4j1Events ADAPTER = new Log4j1Events();

  private static final int TRACE = 5_000;

  private final ChosenEntries mdc;

  private Log4j1Events() {
    mdc = new ChosenEntries(LogRecordOptions.ofLog4j(Settings.current()).mdc());
  }

  @Override
  public String instrumentation() {
    return "log4j1-appender";
  }

  @Override
  public String logger(LoggingEvent event) {
    String name = event.categoryName;
    return name == null ? "" : name;
  }

  @Override
  public long epochNanos(LoggingEvent event) {
    return event.timeStamp * 1_000_000;
  }

  /**
   * From DEBUG, 10000, to FATAL, 50000, Log4j and the specification, 5 to 21, count alike; below
   * there are TRACE, 5000, and what is less.
   */
  @Override
  public Severity severity(LoggingEvent event) {
    int level = event.level.toInt();
    return Severities.of(
        level >= Priority.DEBUG_INT
            ? Math.min(1 + level / 2_500, 21)
            : 1 + 4 * (level - TRACE) / TRACE);
  }

  @Override
  public String severityText(LoggingEvent event) {
    return event.level.toString();
  }

  @Override
  public @Nullable String message(LoggingEvent event) {
    return event.getRenderedMessage();
  }

  /** Nothing else of an object that cannot be rendered is a text. */
  @Override
  public @Nullable String template(LoggingEvent event) {
    Object message = event.getMessage();
    return message instanceof String ? (String) message : null;
  }

  @Override
  public @Nullable Throwable thrown(LoggingEvent event) {
    ThrowableInformation information = event.getThrowableInformation();
    return information == null ? null : information.getThrowable();
  }

  @Override
  @SuppressWarnings("unchecked")
  public void attributes(LoggingEvent event, LoggedEvent to) {
    if (!mdc.isEmpty()) {
      mdc.copy((Map<String, ?>) MDC.getContext(), to);
    }
  }
}
