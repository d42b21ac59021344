package dev.gossamer.propagator.b3;

import dev.gossamer.api.propagation.Headers;
import dev.gossamer.api.propagation.SamplingHint;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Reads B3 in both formats, the single {@code b3} header before the {@code X-B3-*} headers, and
 * writes it in one of them.
 *
 * <p>What a span context cannot hold (debug, no decision yet, a decision without ids) travels as a
 * {@link SamplingHint}.
 *
 * <p>Thread-safe; extracting never throws, injecting throws only what the setter throws.
 *
 * <p>Source: B3 propagation; OpenTelemetry specification, API propagators, "B3 Requirements".
 */
public final class B3Propagator implements TextMapPropagator {
  private static final String B3 = "b3";
  private static final String TRACE_ID = "X-B3-TraceId";
  private static final String SPAN_ID = "X-B3-SpanId";
  private static final String SAMPLED = "X-B3-Sampled";
  private static final String FLAGS = "X-B3-Flags";

  private static final B3Propagator SINGLE = new B3Propagator("b3", B3);
  private static final B3Propagator MULTI =
      new B3Propagator("b3multi", TRACE_ID, SPAN_ID, SAMPLED, FLAGS);

  private final String name;
  private final Collection<String> fields;

  private B3Propagator(String name, String... fields) {
    this.name = name;
    this.fields = Collections.unmodifiableList(Arrays.asList(fields));
  }

  /** Writes the single {@code b3} header. */
  public static B3Propagator single() {
    return SINGLE;
  }

  /** Writes the {@code X-B3-*} headers. */
  public static B3Propagator multi() {
    return MULTI;
  }

  @Override
  public Collection<String> fields() {
    return fields;
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    if (context == null || setter == null) {
      return;
    }
    SpanContext span = Span.fromContext(context).getSpanContext();
    char state = B3State.toSend(SamplingHint.from(context), span);
    if (!span.isValid()) {
      injectState(state, carrier, setter);
    } else if (this == MULTI) {
      setter.set(carrier, TRACE_ID, span.getTraceId());
      setter.set(carrier, SPAN_ID, span.getSpanId());
      injectState(state, carrier, setter);
    } else {
      setter.set(carrier, B3, SingleHeader.write(span, state));
    }
  }

  private <C> void injectState(char state, @Nullable C carrier, TextMapSetter<C> setter) {
    if (state == B3State.UNDECIDED) {
      return;
    }
    if (this == SINGLE) {
      setter.set(carrier, B3, String.valueOf(state));
    } else if (state == B3State.DEBUG) {
      setter.set(carrier, FLAGS, "1");
    } else {
      setter.set(carrier, SAMPLED, state == B3State.SAMPLED ? "1" : "0");
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    if (context == null) {
      return Context.root();
    }
    if (getter == null) {
      return context;
    }
    String single = Headers.only(getter, carrier, B3);
    if (single != null) {
      Context extracted = SingleHeader.read(context, single);
      if (extracted != null) {
        return extracted;
      }
    }
    return extractMulti(context, carrier, getter);
  }

  private static <C> Context extractMulti(
      Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    String traceId = Headers.only(getter, carrier, TRACE_ID);
    String spanId = traceId == null ? null : Headers.only(getter, carrier, SPAN_ID);
    SamplingHint hint =
        B3State.read(Headers.only(getter, carrier, FLAGS), Headers.only(getter, carrier, SAMPLED));
    if (traceId != null && spanId != null) {
      int traceStart = Headers.skipSpace(traceId, 0, traceId.length());
      int traceEnd = Headers.trimSpace(traceId, traceStart, traceId.length());
      int spanStart = Headers.skipSpace(spanId, 0, spanId.length());
      int spanEnd = Headers.trimSpace(spanId, spanStart, spanId.length());
      if (B3Ids.isTraceId(traceId, traceStart, traceEnd)
          && B3Ids.isSpanId(spanId, spanStart, spanEnd)) {
        return B3State.withIds(
            context,
            B3Ids.traceId(traceId, traceStart, traceEnd),
            spanId.substring(spanStart, spanEnd),
            hint);
      }
    }
    return B3State.withoutIds(context, hint);
  }

  @Override
  public String toString() {
    return name;
  }
}
