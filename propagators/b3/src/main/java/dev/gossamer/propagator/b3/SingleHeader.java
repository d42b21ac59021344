package dev.gossamer.propagator.b3;

import dev.gossamer.api.propagation.Headers;
import dev.gossamer.api.propagation.SamplingHint;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * {@code {trace id}-{span id}[-{state}[-{parent span id}]]}, or the state alone.
 *
 * <p>The parent span id is neither read nor written.
 */
final class SingleHeader {
  private SingleHeader() {}

  /** The context with what the header says, or null when it is malformed. */
  static @Nullable Context read(Context context, String header) {
    int from = Headers.skipSpace(header, 0, header.length());
    int to = Headers.trimSpace(header, from, header.length());
    int traceEnd = dash(header, from, Math.min(to, from + B3Ids.TRACE_ID_LENGTH + 1));
    if (traceEnd == to) {
      SamplingHint state = B3State.read(header, from, to);
      return state == SamplingHint.DEFER ? null : B3State.withoutIds(context, state);
    }
    int spanStart = traceEnd + 1;
    int spanEnd = Math.min(to, spanStart + B3Ids.SPAN_ID_LENGTH);
    if (!B3Ids.isTraceId(header, from, traceEnd)
        || !B3Ids.isSpanId(header, spanStart, spanEnd)
        || (spanEnd < to && header.charAt(spanEnd) != '-')) {
      return null;
    }
    int stateStart = Math.min(to, spanEnd + 1);
    return B3State.withIds(
        context,
        B3Ids.traceId(header, from, traceEnd),
        header.substring(spanStart, spanEnd),
        B3State.read(header, stateStart, dash(header, stateStart, to)));
  }

  static String write(SpanContext span, char state) {
    String traceId = span.getTraceId();
    String spanId = span.getSpanId();
    int spanStart = traceId.length() + 1;
    int spanEnd = spanStart + spanId.length();
    char[] header = new char[state == B3State.UNDECIDED ? spanEnd : spanEnd + 2];
    traceId.getChars(0, traceId.length(), header, 0);
    header[spanStart - 1] = '-';
    spanId.getChars(0, spanId.length(), header, spanStart);
    if (state != B3State.UNDECIDED) {
      header[spanEnd] = '-';
      header[spanEnd + 1] = state;
    }
    return new String(header);
  }

  private static int dash(String text, int from, int to) {
    int index = from;
    while (index < to && text.charAt(index) != '-') {
      index++;
    }
    return index;
  }
}
