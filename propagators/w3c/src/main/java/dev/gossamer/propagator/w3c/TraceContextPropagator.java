package dev.gossamer.propagator.w3c;

import dev.gossamer.api.propagation.Headers;
import dev.gossamer.api.propagation.SamplingHint;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code traceparent} and {@code tracestate}.
 *
 * <p>Thread-safe; extracting never throws, injecting throws only what the setter throws.
 *
 * <p>Source: W3C Trace Context, level 2.
 */
public final class TraceContextPropagator implements TextMapPropagator {
  private static final String TRACEPARENT = "traceparent";
  private static final String TRACESTATE = "tracestate";
  private static final Collection<String> FIELDS =
      Collections.unmodifiableList(Arrays.asList(TRACEPARENT, TRACESTATE));

  private static final int TRACE_ID = 3;
  private static final int SPAN_ID = TRACE_ID + 32 + 1;
  private static final int FLAGS = SPAN_ID + 16 + 1;
  private static final int LENGTH = FLAGS + 2;

  /** The sampled and the random bit: the only ones level 2 gives a meaning. */
  private static final int KNOWN_FLAGS = 0x03;

  private static final TraceContextPropagator INSTANCE = new TraceContextPropagator();

  private TraceContextPropagator() {}

  public static TraceContextPropagator instance() {
    return INSTANCE;
  }

  @Override
  public Collection<String> fields() {
    return FIELDS;
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    if (context == null || setter == null) {
      return;
    }
    SpanContext span = Span.fromContext(context).getSpanContext();
    String traceId = span.getTraceId();
    String spanId = span.getSpanId();
    if (!span.isValid() || traceId.length() != 32 || spanId.length() != 16) {
      return;
    }
    char[] header = new char[LENGTH];
    header[0] = '0';
    header[1] = '0';
    header[TRACE_ID - 1] = '-';
    traceId.getChars(0, 32, header, TRACE_ID);
    header[SPAN_ID - 1] = '-';
    spanId.getChars(0, 16, header, SPAN_ID);
    header[FLAGS - 1] = '-';
    header[FLAGS] = '0';
    header[FLAGS + 1] = (char) ('0' + (span.getTraceFlags().asByte() & KNOWN_FLAGS));
    setter.set(carrier, TRACEPARENT, new String(header));

    TraceState state = span.getTraceState();
    if (!state.isEmpty()) {
      String members = OrderedTraceState.header(state);
      if (!members.isEmpty()) {
        setter.set(carrier, TRACESTATE, members);
      }
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
    String header = Headers.only(getter, carrier, TRACEPARENT);
    if (header == null) {
      return context;
    }
    int start = Headers.skipSpace(header, 0, header.length());
    int end = Headers.trimSpace(header, start, header.length());
    if (!isTraceparent(header, start, end)) {
      return context;
    }
    String traceId = header.substring(start + TRACE_ID, start + SPAN_ID - 1);
    String spanId = header.substring(start + SPAN_ID, start + FLAGS - 1);
    // The lower flag digit alone holds the known bits.
    byte flags = (byte) (Character.digit(header.charAt(start + FLAGS + 1), 16) & KNOWN_FLAGS);
    String members = Headers.joined(getter, carrier, TRACESTATE, OrderedTraceState.LONGEST_HEADER);
    SpanContext span =
        SpanContext.createFromRemoteParent(
            traceId,
            spanId,
            TraceFlags.fromByte(flags),
            members == null ? TraceState.getDefault() : OrderedTraceState.parse(members));
    return withoutStaleHint(context, span).with(Span.wrap(span));
  }

  private static boolean isTraceparent(String header, int start, int end) {
    int length = end - start;
    if (length < LENGTH) {
      return false;
    }
    char high = header.charAt(start);
    char low = header.charAt(start + 1);
    if (!Headers.isLowerHex(high) || !Headers.isLowerHex(low) || (high == 'f' && low == 'f')) {
      return false;
    }
    if (length > LENGTH) {
      // A later version may append fields, version 00 has none.
      boolean first = high == '0' && low == '0';
      if (first || header.charAt(start + LENGTH) != '-') {
        return false;
      }
    }
    return header.charAt(start + TRACE_ID - 1) == '-'
        && Headers.isIdentifier(header, start + TRACE_ID, start + SPAN_ID - 1)
        && header.charAt(start + SPAN_ID - 1) == '-'
        && Headers.isIdentifier(header, start + SPAN_ID, start + FLAGS - 1)
        && header.charAt(start + FLAGS - 1) == '-'
        && Headers.isLowerHex(header.charAt(start + FLAGS))
        && Headers.isLowerHex(header.charAt(start + FLAGS + 1));
  }

  /**
   * A hint that an earlier propagator or an outer request left behind does not speak about this
   * span; only debug of the same sampled trace does.
   */
  private static Context withoutStaleHint(Context context, SpanContext span) {
    if (SamplingHint.from(context) == SamplingHint.DEBUG
        && span.isSampled()
        && span.getTraceId().equals(Span.fromContext(context).getSpanContext().getTraceId())) {
      return context;
    }
    return SamplingHint.with(context, SamplingHint.NONE);
  }

  @Override
  public String toString() {
    return "tracecontext";
  }
}
