package dev.gossamer.api.logging;

import dev.gossamer.api.Failures;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A record that is made before telemetry has started, and sent when it has. One thread at a time.
 */
final class KeptRecord implements LogRecordBuilder {
  final String logger;
  private final String instrumentation;

  private long epochNanos;
  private long observedEpochNanos;
  private @Nullable Context context;
  private Severity severity = Severity.UNDEFINED_SEVERITY_NUMBER;
  private @Nullable String severityText;
  private @Nullable String body;

  /** Keys and values in turn; most events have none. */
  private @Nullable List<Object> attributes;

  KeptRecord(String instrumentation, String logger) {
    this.instrumentation = instrumentation;
    this.logger = logger;
  }

  @Override
  public LogRecordBuilder setTimestamp(long timestamp, TimeUnit unit) {
    epochNanos = unit.toNanos(timestamp);
    return this;
  }

  @Override
  public LogRecordBuilder setTimestamp(Instant instant) {
    return setTimestamp(nanos(instant), TimeUnit.NANOSECONDS);
  }

  @Override
  public LogRecordBuilder setObservedTimestamp(long timestamp, TimeUnit unit) {
    observedEpochNanos = unit.toNanos(timestamp);
    return this;
  }

  @Override
  public LogRecordBuilder setObservedTimestamp(Instant instant) {
    return setObservedTimestamp(nanos(instant), TimeUnit.NANOSECONDS);
  }

  private static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }

  @Override
  public LogRecordBuilder setContext(Context given) {
    context = given;
    return this;
  }

  @Override
  public LogRecordBuilder setSeverity(Severity number) {
    severity = number;
    return this;
  }

  @Override
  public LogRecordBuilder setSeverityText(String text) {
    severityText = text;
    return this;
  }

  @Override
  public LogRecordBuilder setBody(String text) {
    body = text;
    return this;
  }

  @Override
  public <T> LogRecordBuilder setAttribute(AttributeKey<T> key, T value) {
    List<Object> all = attributes;
    if (all == null) {
      all = new ArrayList<>(8);
      attributes = all;
    }
    all.add(key);
    all.add(value);
    return this;
  }

  /** Is sent as soon as can be. */
  @Override
  public void emit() {
    LogDelivery.deliver(this);
  }

  /** It will be sent later, perhaps by another thread. */
  void keep() {
    if (context == null) {
      context = Context.current();
    }
    observedEpochNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }

  @SuppressWarnings("unchecked")
  void sendAs(LogRecordBuilder record) {
    record.setTimestamp(epochNanos, TimeUnit.NANOSECONDS);
    if (observedEpochNanos != 0) {
      record.setObservedTimestamp(observedEpochNanos, TimeUnit.NANOSECONDS);
    }
    record.setSeverity(severity);
    if (severityText != null) {
      record.setSeverityText(severityText);
    }
    if (body != null) {
      record.setBody(body);
    }
    if (context != null) {
      record.setContext(context);
    }
    List<Object> all = attributes;
    if (all != null) {
      for (int i = 0; i < all.size(); i += 2) {
        record.setAttribute((AttributeKey<Object>) all.get(i), all.get(i + 1));
      }
    }
    record.emit();
  }

  void failed(Throwable failure) {
    Failures.note(instrumentation, failure);
  }
}
