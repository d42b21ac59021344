package dev.gossamer.api.bridge;

import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A log record to be. Not thread-safe. */
public final class BridgedLogRecord {
  private final LogRecordBuilder record;
  private @Nullable BridgedAttributes attributes;

  BridgedLogRecord(LogRecordBuilder record) {
    this.record = record;
  }

  /** When it happened, since the epoch. */
  public void time(long timestamp, TimeUnit unit) {
    record.setTimestamp(timestamp, unit);
  }

  /** When it was seen, since the epoch. */
  public void observed(long timestamp, TimeUnit unit) {
    record.setObservedTimestamp(timestamp, unit);
  }

  /**
   * @param context of the agent's
   */
  public void context(Object context) {
    record.setContext((Context) context);
  }

  /**
   * @param severity name of a {@code Severity}
   */
  public void severity(String severity) {
    record.setSeverity(Severity.valueOf(severity));
  }

  public void severityText(String text) {
    record.setSeverityText(text);
  }

  /**
   * @param value see {@link AttributeTarget#putValue}
   */
  public void body(@Nullable Object value) {
    record.setBody(BridgedValues.of(value));
  }

  public void eventName(String name) {
    record.setEventName(name);
  }

  public void exception(Throwable thrown) {
    record.setException(thrown);
  }

  public AttributeTarget attributes() {
    BridgedAttributes all = attributes;
    if (all == null) {
      all = new BridgedAttributes();
      attributes = all;
    }
    return all;
  }

  public void emit() {
    if (attributes != null) {
      record.setAllAttributes(BridgedAttributes.built(attributes));
    }
    record.emit();
  }
}
