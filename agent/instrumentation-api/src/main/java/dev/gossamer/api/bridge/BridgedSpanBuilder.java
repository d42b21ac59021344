package dev.gossamer.api.bridge;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A span to be. Not thread-safe. */
public final class BridgedSpanBuilder implements AttributeTarget {
  private final SpanBuilder builder;

  BridgedSpanBuilder(SpanBuilder builder) {
    this.builder = builder;
  }

  /**
   * @param context of the agent's
   */
  public void parent(Object context) {
    builder.setParent((Context) context);
  }

  public void noParent() {
    builder.setNoParent();
  }

  /** A link to a span that is known by its ids; see {@link BridgedSpan#of}. */
  public void link(BridgedSpan target, @Nullable BridgedAttributes attributes) {
    builder.addLink(target.span().getSpanContext(), BridgedAttributes.built(attributes));
  }

  /**
   * @param kind name of a {@code SpanKind}
   */
  public void kind(String kind) {
    builder.setSpanKind(SpanKind.valueOf(kind));
  }

  /** Starts at a time since the epoch. */
  public void start(long timestamp, TimeUnit unit) {
    builder.setStartTimestamp(timestamp, unit);
  }

  public BridgedSpan start() {
    return new BridgedSpan(builder.startSpan());
  }

  @Override
  public void put(String key, String value) {
    builder.setAttribute(key, value);
  }

  @Override
  public void put(String key, long value) {
    builder.setAttribute(key, value);
  }

  @Override
  public void put(String key, double value) {
    builder.setAttribute(key, value);
  }

  @Override
  public void put(String key, boolean value) {
    builder.setAttribute(key, value);
  }

  @Override
  public void putStrings(String key, List<String> values) {
    builder.setAttribute(AttributeKey.stringArrayKey(key), values);
  }

  @Override
  public void putLongs(String key, List<Long> values) {
    builder.setAttribute(AttributeKey.longArrayKey(key), values);
  }

  @Override
  public void putDoubles(String key, List<Double> values) {
    builder.setAttribute(AttributeKey.doubleArrayKey(key), values);
  }

  @Override
  public void putBooleans(String key, List<Boolean> values) {
    builder.setAttribute(AttributeKey.booleanArrayKey(key), values);
  }

  @Override
  public void putValue(String key, @Nullable Object value) {
    builder.setAttribute(AttributeKey.valueKey(key), BridgedValues.of(value));
  }
}
