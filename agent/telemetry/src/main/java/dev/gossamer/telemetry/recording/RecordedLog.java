package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A log record, by the rules of the SDK's, which is its own builder and its own {@link
 * LogRecordData}: nothing is copied on the way to the exporter. Once it is emitted it does not
 * change any more; what its builder is told from then on is another record's.
 *
 * <p>As a builder for one thread at a time, as data for any.
 */
final class RecordedLog implements LogRecordBuilder, LogRecordData {
  private static final int USUAL_ATTRIBUTES = 4;

  private final RecordingLogger logger;

  private long epochNanos;
  private long observedEpochNanos;

  /** Until it is emitted the {@link Context} that was given, then the {@link SpanContext} of it. */
  private @Nullable Object context;

  private Severity severity = Severity.UNDEFINED_SEVERITY_NUMBER;
  private @Nullable String severityText;

  /** A text or a {@link Value}. */
  private @Nullable Object body;

  private @Nullable String eventName;
  private @Nullable RecordedAttributes attributes;

  private boolean contextGiven;
  private boolean observedGiven;

  /** What the builder is at once this one is emitted and the builder is used again. */
  private @Nullable RecordedLog next;

  RecordedLog(RecordingLogger logger) {
    this.logger = logger;
  }

  /** Another one like it, to be emitted. */
  private RecordedLog(RecordedLog emitted) {
    logger = emitted.logger;
    epochNanos = emitted.epochNanos;
    observedGiven = emitted.observedGiven;
    observedEpochNanos = observedGiven ? emitted.observedEpochNanos : 0;
    contextGiven = emitted.contextGiven;
    context = contextGiven ? Context.root().with(Span.wrap(emitted.getSpanContext())) : null;
    severity = emitted.severity;
    severityText = emitted.severityText;
    body = emitted.body;
    eventName = emitted.eventName;
    attributes = emitted.attributes == null ? null : new RecordedAttributes(emitted.attributes);
  }

  private boolean isEmitted() {
    return context instanceof SpanContext;
  }

  /** What a setter changes. */
  private RecordedLog changeable() {
    if (!isEmitted()) {
      return this;
    }
    RecordedLog open = next;
    if (open == null || open.isEmitted()) {
      open = new RecordedLog(open == null ? this : open);
      next = open;
    }
    return open;
  }

  @Override
  public LogRecordBuilder setTimestamp(long timestamp, @Nullable TimeUnit unit) {
    if (unit != null) {
      changeable().epochNanos = unit.toNanos(timestamp);
    }
    return this;
  }

  @Override
  public LogRecordBuilder setTimestamp(@Nullable Instant instant) {
    if (instant != null) {
      changeable().epochNanos = nanos(instant);
    }
    return this;
  }

  @Override
  public LogRecordBuilder setObservedTimestamp(long timestamp, @Nullable TimeUnit unit) {
    return unit == null ? this : observed(unit.toNanos(timestamp));
  }

  @Override
  public LogRecordBuilder setObservedTimestamp(@Nullable Instant instant) {
    return instant == null ? this : observed(nanos(instant));
  }

  private LogRecordBuilder observed(long nanos) {
    RecordedLog record = changeable();
    record.observedEpochNanos = nanos;
    record.observedGiven = nanos != 0;
    return this;
  }

  private static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }

  @Override
  public LogRecordBuilder setContext(@Nullable Context given) {
    RecordedLog record = changeable();
    record.context = given;
    record.contextGiven = given != null;
    return this;
  }

  @Override
  public LogRecordBuilder setSeverity(@Nullable Severity number) {
    if (number != null) {
      changeable().severity = number;
    }
    return this;
  }

  @Override
  public LogRecordBuilder setSeverityText(@Nullable String text) {
    changeable().severityText = text;
    return this;
  }

  @Override
  public LogRecordBuilder setBody(@Nullable String text) {
    changeable().body = text;
    return this;
  }

  @Override
  public LogRecordBuilder setBody(@Nullable Value<?> value) {
    changeable().body = value;
    return this;
  }

  @Override
  public LogRecordBuilder setEventName(@Nullable String name) {
    changeable().eventName = name;
    return this;
  }

  @Override
  public <T> LogRecordBuilder setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    if (key != null && !key.getKey().isEmpty() && value != null) {
      changeable().attributes().put(key, value);
    }
    return this;
  }

  private RecordedAttributes attributes() {
    RecordedAttributes all = attributes;
    if (all == null) {
      all = new RecordedAttributes(logger.settings, USUAL_ATTRIBUTES);
      attributes = all;
    }
    return all;
  }

  /** What was set before under the names of an exception's attributes stays. */
  @Override
  public LogRecordBuilder setException(@Nullable Throwable exception) {
    if (exception != null) {
      RecordedAttributes all = changeable().attributes();
      logger.settings.exceptions.setExceptionAttributes(
          all::putIfAbsent, exception, logger.settings.longestValue);
    }
    return this;
  }

  @Override
  public void emit() {
    RecordedLog record = changeable();
    Object given = record.context;
    Context in = given == null ? Context.current() : (Context) given;
    if (!record.observedGiven) {
      record.observedEpochNanos = logger.settings.clock.now();
    }
    record.context = Span.fromContext(in).getSpanContext();
    logger.settings.onEmit(record);
  }

  @Override
  public Resource getResource() {
    return logger.settings.resource;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return logger.scope;
  }

  @Override
  public long getTimestampEpochNanos() {
    return epochNanos;
  }

  @Override
  public long getObservedTimestampEpochNanos() {
    return observedEpochNanos;
  }

  @Override
  public SpanContext getSpanContext() {
    Object ids = context;
    return ids instanceof SpanContext ? (SpanContext) ids : SpanContext.getInvalid();
  }

  @Override
  public Severity getSeverity() {
    return severity;
  }

  @Override
  public @Nullable String getSeverityText() {
    return severityText;
  }

  @Override
  @Deprecated
  public io.opentelemetry.sdk.logs.data.Body getBody() {
    Value<?> value = getBodyValue();
    return value == null
        ? io.opentelemetry.sdk.logs.data.Body.empty()
        : io.opentelemetry.sdk.logs.data.Body.string(value.asString());
  }

  @Override
  public @Nullable Value<?> getBodyValue() {
    String text = bodyText();
    return text == null ? (Value<?>) body : Value.of(text);
  }

  /** The body, if it is a text and nothing else. */
  @Nullable String bodyText() {
    return body instanceof String ? (String) body : null;
  }

  @Override
  public @Nullable String getEventName() {
    return eventName;
  }

  @Override
  public Attributes getAttributes() {
    return attributes == null ? Attributes.empty() : attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes == null ? 0 : attributes.added();
  }

  @Override
  public String toString() {
    return "LogRecord{"
        + getSpanContext()
        + ", scope="
        + logger.scope.getName()
        + ", severity="
        + severity
        + ", body="
        + body
        + ", attributes="
        + attributes
        + "}";
  }
}
