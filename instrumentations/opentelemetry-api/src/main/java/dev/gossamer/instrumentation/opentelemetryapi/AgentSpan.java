package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A span of the agent's. What the SDK ignores is ignored here. Thread-safe. */
final class AgentSpan implements Span {
  private final BridgedSpan span;
  private @Nullable SpanContext context;

  AgentSpan(BridgedSpan span) {
    this.span = span;
  }

  BridgedSpan bridged() {
    return span;
  }

  @Override
  public SpanContext getSpanContext() {
    SpanContext known = context;
    if (known == null) {
      known = SpanContexts.toApplication(span);
      context = known;
    }
    return known;
  }

  @Override
  public boolean isRecording() {
    return span.isRecording();
  }

  @Override
  public Span setAttribute(@Nullable String key, @Nullable String value) {
    if (key != null && value != null) {
      span.put(key, value);
    }
    return this;
  }

  @Override
  public Span setAttribute(@Nullable String key, long value) {
    if (key != null) {
      span.put(key, value);
    }
    return this;
  }

  @Override
  public Span setAttribute(@Nullable String key, double value) {
    if (key != null) {
      span.put(key, value);
    }
    return this;
  }

  @Override
  public Span setAttribute(@Nullable String key, boolean value) {
    if (key != null) {
      span.put(key, value);
    }
    return this;
  }

  @Override
  public <T> Span setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    AttributeCopies.put(key, value, span);
    return this;
  }

  @Override
  public Span setAllAttributes(@Nullable Attributes attributes) {
    AttributeCopies.copy(attributes, span);
    return this;
  }

  @Override
  public Span addEvent(@Nullable String name, @Nullable Attributes attributes) {
    if (name != null) {
      span.event(name, AttributeCopies.of(attributes));
    }
    return this;
  }

  @Override
  public Span addEvent(
      @Nullable String name, @Nullable Attributes attributes, long timestamp, TimeUnit unit) {
    if (name != null && unit != null) {
      span.event(name, AttributeCopies.of(attributes), timestamp, unit);
    }
    return this;
  }

  @Override
  public Span addLink(@Nullable SpanContext target, @Nullable Attributes attributes) {
    if (target != null && target.isValid()) {
      span.link(SpanContexts.toAgent(target), AttributeCopies.of(attributes));
    }
    return this;
  }

  @Override
  public Span addLink(@Nullable SpanContext target) {
    return addLink(target, null);
  }

  @Override
  public Span setStatus(@Nullable StatusCode code, @Nullable String description) {
    if (code != null) {
      span.status(code.name(), description == null ? "" : description);
    }
    return this;
  }

  @Override
  public Span recordException(@Nullable Throwable exception, @Nullable Attributes attributes) {
    if (exception != null) {
      span.exception(exception, AttributeCopies.of(attributes));
    }
    return this;
  }

  @Override
  public Span updateName(@Nullable String name) {
    if (name != null) {
      span.name(name);
    }
    return this;
  }

  @Override
  public void end() {
    span.end();
  }

  @Override
  public void end(long timestamp, @Nullable TimeUnit unit) {
    if (unit != null) {
      span.end(timestamp, unit);
    }
  }

  @Override
  public String toString() {
    return span.toString();
  }
}
