package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedSpanBuilder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A span of the agent's to be. What the SDK ignores is ignored here: nulls and bad times. */
final class AgentSpanBuilder implements SpanBuilder {
  private final BridgedSpanBuilder builder;

  AgentSpanBuilder(BridgedSpanBuilder builder) {
    this.builder = builder;
  }

  @Override
  public SpanBuilder setParent(@Nullable Context context) {
    if (context != null) {
      builder.parent(AgentContext.of(context).agent());
    }
    return this;
  }

  @Override
  public SpanBuilder setNoParent() {
    builder.noParent();
    return this;
  }

  @Override
  public SpanBuilder addLink(@Nullable SpanContext target) {
    if (target != null && target.isValid()) {
      builder.link(SpanContexts.toAgent(target), null);
    }
    return this;
  }

  @Override
  public SpanBuilder addLink(@Nullable SpanContext target, @Nullable Attributes attributes) {
    if (target != null && target.isValid()) {
      builder.link(SpanContexts.toAgent(target), AttributeCopies.of(attributes));
    }
    return this;
  }

  @Override
  public SpanBuilder setAttribute(@Nullable String key, @Nullable String value) {
    if (key != null && value != null) {
      builder.put(key, value);
    }
    return this;
  }

  @Override
  public SpanBuilder setAttribute(@Nullable String key, long value) {
    if (key != null) {
      builder.put(key, value);
    }
    return this;
  }

  @Override
  public SpanBuilder setAttribute(@Nullable String key, double value) {
    if (key != null) {
      builder.put(key, value);
    }
    return this;
  }

  @Override
  public SpanBuilder setAttribute(@Nullable String key, boolean value) {
    if (key != null) {
      builder.put(key, value);
    }
    return this;
  }

  @Override
  public <T> SpanBuilder setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    AttributeCopies.put(key, value, builder);
    return this;
  }

  @Override
  public SpanBuilder setAllAttributes(@Nullable Attributes attributes) {
    AttributeCopies.copy(attributes, builder);
    return this;
  }

  @Override
  public SpanBuilder setSpanKind(@Nullable SpanKind kind) {
    if (kind != null) {
      builder.kind(kind.name());
    }
    return this;
  }

  @Override
  public SpanBuilder setStartTimestamp(long timestamp, @Nullable TimeUnit unit) {
    if (timestamp >= 0 && unit != null) {
      builder.start(timestamp, unit);
    }
    return this;
  }

  @Override
  public Span startSpan() {
    return new AgentSpan(builder.start());
  }
}
