package dev.gossamer.instrumentation.log4jappender;

import dev.gossamer.api.logging.ChosenEntries;
import dev.gossamer.api.logging.LogAdapter;
import dev.gossamer.api.logging.LoggedEvent;
import dev.gossamer.api.logging.Severities;
import dev.gossamer.config.LogRecordOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.logs.Severity;
import java.util.Map;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.time.Instant;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.jspecify.annotations.Nullable;

/** What Log4j's events say. */
final class Log4jEvents implements LogAdapter<LogEvent> {
  static final Log4jEvents ADAPTER = new Log4jEvents();

  private final ChosenEntries mdc;
  private final boolean pairs;

  private Log4jEvents() {
    LogRecordOptions options = LogRecordOptions.ofLog4j(Settings.current());
    mdc = new ChosenEntries(options.mdc());
    pairs = options.pairs();
  }

  @Override
  public String instrumentation() {
    return "log4j-appender";
  }

  /** The root has no name; other libraries call it ROOT. */
  @Override
  public String logger(LogEvent event) {
    String name = event.getLoggerName();
    return name == null || name.isEmpty() ? "ROOT" : name;
  }

  @Override
  public long epochNanos(LogEvent event) {
    Instant time = event.getInstant();
    return time.getEpochMillisecond() * 1_000_000 + time.getNanoOfMillisecond();
  }

  /** Log4j counts from FATAL, 100, to TRACE, 600, the specification from TRACE, 1, to FATAL, 21. */
  @Override
  public Severity severity(LogEvent event) {
    return Severities.of(25 - event.getLevel().intLevel() / 25);
  }

  @Override
  public String severityText(LogEvent event) {
    return event.getLevel().name();
  }

  @Override
  public @Nullable String message(LogEvent event) {
    Message message = event.getMessage();
    return message == null ? null : message.getFormattedMessage();
  }

  @Override
  public @Nullable String template(LogEvent event) {
    Message message = event.getMessage();
    return message == null ? null : message.getFormat();
  }

  @Override
  public @Nullable Throwable thrown(LogEvent event) {
    return event.getThrown();
  }

  @Override
  public void attributes(LogEvent event, LoggedEvent to) {
    if (!mdc.isEmpty()) {
      mdc.copy(event.getContextData().toMap(), to);
    }
    if (pairs && event.getMessage() instanceof MapMessage) {
      MapMessage<?, ?> message = (MapMessage<?, ?>) event.getMessage();
      for (Map.Entry<String, ?> entry : message.getData().entrySet()) {
        to.attribute("log4j.map_message." + entry.getKey(), entry.getValue());
      }
    }
  }
}
