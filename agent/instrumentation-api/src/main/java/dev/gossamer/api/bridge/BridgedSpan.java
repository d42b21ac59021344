package dev.gossamer.api.bridge;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A span of the agent's, for an application. Thread-safe. */
public final class BridgedSpan implements AttributeTarget {
  private final Span span;

  BridgedSpan(Span span) {
    this.span = span;
  }

  /**
   * A span that is known by its ids only, such as one that an SDK of the application's makes.
   *
   * @param state keys and values in turn
   */
  public static BridgedSpan of(
      String traceId, String spanId, byte flags, String[] state, boolean remote) {
    return new BridgedSpan(Span.wrap(context(traceId, spanId, flags, state, remote)));
  }

  static SpanContext context(
      String traceId, String spanId, byte flags, String[] state, boolean remote) {
    TraceState traceState = TraceState.getDefault();
    if (state.length > 0) {
      TraceStateBuilder builder = TraceState.builder();
      // The builder puts what it is given in front.
      for (int i = state.length - 2; i >= 0; i -= 2) {
        builder.put(state[i], state[i + 1]);
      }
      traceState = builder.build();
    }
    TraceFlags traceFlags = TraceFlags.fromByte(flags);
    return remote
        ? SpanContext.createFromRemoteParent(traceId, spanId, traceFlags, traceState)
        : SpanContext.create(traceId, spanId, traceFlags, traceState);
  }

  Span span() {
    return span;
  }

  /** Whether both stand for the same span. */
  public boolean isSame(BridgedSpan other) {
    return span == other.span;
  }

  public String traceId() {
    return span.getSpanContext().getTraceId();
  }

  public String spanId() {
    return span.getSpanContext().getSpanId();
  }

  public byte flags() {
    return span.getSpanContext().getTraceFlags().asByte();
  }

  /** Shows each entry of the trace state. */
  public void state(BiConsumer<String, String> entries) {
    span.getSpanContext().getTraceState().forEach(entries);
  }

  public boolean isRemote() {
    return span.getSpanContext().isRemote();
  }

  public boolean isRecording() {
    return span.isRecording();
  }

  @Override
  public void put(String key, String value) {
    span.setAttribute(key, value);
  }

  @Override
  public void put(String key, long value) {
    span.setAttribute(key, value);
  }

  @Override
  public void put(String key, double value) {
    span.setAttribute(key, value);
  }

  @Override
  public void put(String key, boolean value) {
    span.setAttribute(key, value);
  }

  @Override
  public void putStrings(String key, List<String> values) {
    span.setAttribute(AttributeKey.stringArrayKey(key), values);
  }

  @Override
  public void putLongs(String key, List<Long> values) {
    span.setAttribute(AttributeKey.longArrayKey(key), values);
  }

  @Override
  public void putDoubles(String key, List<Double> values) {
    span.setAttribute(AttributeKey.doubleArrayKey(key), values);
  }

  @Override
  public void putBooleans(String key, List<Boolean> values) {
    span.setAttribute(AttributeKey.booleanArrayKey(key), values);
  }

  @Override
  public void putValue(String key, @Nullable Object value) {
    span.setAttribute(AttributeKey.valueKey(key), BridgedValues.of(value));
  }

  /** An event now. */
  public void event(String name, @Nullable BridgedAttributes attributes) {
    span.addEvent(name, BridgedAttributes.built(attributes));
  }

  /** An event at a time since the epoch. */
  public void event(
      String name, @Nullable BridgedAttributes attributes, long timestamp, TimeUnit unit) {
    span.addEvent(name, BridgedAttributes.built(attributes), timestamp, unit);
  }

  /** The event that describes an exception. */
  public void exception(Throwable exception, @Nullable BridgedAttributes attributes) {
    span.recordException(exception, BridgedAttributes.built(attributes));
  }

  /** A link to a span that is known by its ids; see {@link #of}. */
  public void link(BridgedSpan target, @Nullable BridgedAttributes attributes) {
    span.addLink(target.span.getSpanContext(), BridgedAttributes.built(attributes));
  }

  /**
   * @param code name of a {@code StatusCode}
   */
  public void status(String code, String description) {
    span.setStatus(StatusCode.valueOf(code), description);
  }

  public void name(String name) {
    span.updateName(name);
  }

  public void end() {
    span.end();
  }

  /** Ends at a time since the epoch; 0 is now. */
  public void end(long timestamp, TimeUnit unit) {
    span.end(timestamp, unit);
  }

  @Override
  public String toString() {
    return span.toString();
  }
}
