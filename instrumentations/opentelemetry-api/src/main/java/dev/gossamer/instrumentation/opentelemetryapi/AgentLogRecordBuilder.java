package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.Failures;
import dev.gossamer.api.bridge.BridgedLogRecord;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A log record of the agent's to be. Setters that came after 1.27 are only called from then on. */
final class AgentLogRecordBuilder implements LogRecordBuilder {
  private final BridgedLogRecord record;

  AgentLogRecordBuilder(BridgedLogRecord record) {
    this.record = record;
  }

  @Override
  public LogRecordBuilder setTimestamp(long timestamp, TimeUnit unit) {
    record.time(timestamp, unit);
    return this;
  }

  @Override
  public LogRecordBuilder setTimestamp(Instant instant) {
    record.time(nanos(instant), TimeUnit.NANOSECONDS);
    return this;
  }

  @Override
  public LogRecordBuilder setObservedTimestamp(long timestamp, TimeUnit unit) {
    record.observed(timestamp, unit);
    return this;
  }

  @Override
  public LogRecordBuilder setObservedTimestamp(Instant instant) {
    record.observed(nanos(instant), TimeUnit.NANOSECONDS);
    return this;
  }

  private static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }

  @Override
  public LogRecordBuilder setContext(@Nullable Context context) {
    if (context != null) {
      record.context(AgentContext.of(context).agent());
    }
    return this;
  }

  @Override
  public LogRecordBuilder setSeverity(@Nullable Severity severity) {
    if (severity != null) {
      record.severity(severity.name());
    }
    return this;
  }

  @Override
  public LogRecordBuilder setSeverityText(@Nullable String text) {
    if (text != null) {
      record.severityText(text);
    }
    return this;
  }

  @Override
  public LogRecordBuilder setBody(@Nullable String body) {
    if (body != null) {
      record.body(body);
    }
    return this;
  }

  @Override
  public LogRecordBuilder setBody(@Nullable Value<?> body) {
    if (body != null) {
      record.body(Values.tree(body));
    }
    return this;
  }

  @Override
  public <T> LogRecordBuilder setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    AttributeCopies.put(key, value, record.attributes());
    return this;
  }

  @Override
  public LogRecordBuilder setEventName(@Nullable String name) {
    if (name != null) {
      record.eventName(name);
    }
    return this;
  }

  @Override
  public LogRecordBuilder setException(@Nullable Throwable thrown) {
    if (thrown != null) {
      try {
        record.exception(thrown);
      } catch (RuntimeException unreadable) {
        Failures.note("opentelemetry-api", unreadable);
      }
    }
    return this;
  }

  @Override
  public void emit() {
    record.emit();
  }
}
