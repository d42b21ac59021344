package dev.gossamer.propagator.b3;

import dev.gossamer.api.propagation.Headers;
import dev.gossamer.api.propagation.SamplingHint;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The sampling state of B3, between wire and context. A state nobody understands is read as none:
 * {@link SamplingHint#DEFER}, so that a wrong flag costs the flag and not the trace.
 */
final class B3State {
  static final char SAMPLED = '1';
  static final char NOT_SAMPLED = '0';
  static final char DEBUG = 'd';

  /** Nothing is sent. */
  static final char UNDECIDED = 0;

  private B3State() {}

  /** The state in the range: {@code 1}, {@code 0}, {@code d}, {@code true} or {@code false}. */
  static SamplingHint read(String text, int from, int to) {
    switch (to - from) {
      case 1:
        switch (text.charAt(from)) {
          case SAMPLED:
            return SamplingHint.SAMPLE;
          case NOT_SAMPLED:
            return SamplingHint.DROP;
          case DEBUG:
            return SamplingHint.DEBUG;
          default:
            return SamplingHint.DEFER;
        }
      case 4:
        return text.regionMatches(true, from, "true", 0, 4)
            ? SamplingHint.SAMPLE
            : SamplingHint.DEFER;
      case 5:
        return text.regionMatches(true, from, "false", 0, 5)
            ? SamplingHint.DROP
            : SamplingHint.DEFER;
      default:
        return SamplingHint.DEFER;
    }
  }

  /** The state of {@code X-B3-Flags} and {@code X-B3-Sampled}; debug beats the other. */
  static SamplingHint read(@Nullable String flags, @Nullable String sampled) {
    if (flags != null) {
      int from = Headers.skipSpace(flags, 0, flags.length());
      if (Headers.trimSpace(flags, from, flags.length()) == from + 1 && flags.charAt(from) == '1') {
        return SamplingHint.DEBUG;
      }
    }
    if (sampled == null) {
      return SamplingHint.DEFER;
    }
    int from = Headers.skipSpace(sampled, 0, sampled.length());
    SamplingHint hint = read(sampled, from, Headers.trimSpace(sampled, from, sampled.length()));
    // Only the single header spells debug with a letter.
    return hint == SamplingHint.DEBUG ? SamplingHint.DEFER : hint;
  }

  static Context withIds(Context context, String traceId, String spanId, SamplingHint state) {
    SpanContext earlier = Span.fromContext(context).getSpanContext();
    boolean same =
        earlier.isRemote()
            && earlier.getTraceId().equals(traceId)
            && earlier.getSpanId().equals(spanId);
    boolean known = state != SamplingHint.DEFER;
    if (same && !known) {
      // Another format named this very span, and did decide.
      return context;
    }
    int flags = state == SamplingHint.SAMPLE || state == SamplingHint.DEBUG ? 1 : 0;
    if (same) {
      // Trace state and the random bit have no place in B3, and are not lost for that.
      flags |= earlier.getTraceFlags().asByte() & ~1;
    }
    SpanContext span =
        SpanContext.createFromRemoteParent(
            traceId,
            spanId,
            TraceFlags.fromByte((byte) flags),
            same ? earlier.getTraceState() : TraceState.getDefault());
    SamplingHint hint = !known || state == SamplingHint.DEBUG ? state : SamplingHint.NONE;
    return SamplingHint.with(context, hint).with(Span.wrap(span));
  }

  /** A state without ids speaks about a new trace only: it counts where no trace goes on. */
  static Context withoutIds(Context context, SamplingHint state) {
    return state == SamplingHint.DEFER || Span.fromContext(context).getSpanContext().isValid()
        ? context
        : SamplingHint.with(context, state);
  }

  /** What to say about a span; what was extracted and not decided since is sent on as it came. */
  static char toSend(SamplingHint hint, SpanContext span) {
    if (hint == SamplingHint.DEBUG) {
      return DEBUG;
    }
    if (!span.isValid()) {
      return hint == SamplingHint.SAMPLE
          ? SAMPLED
          : hint == SamplingHint.DROP ? NOT_SAMPLED : UNDECIDED;
    }
    if (hint == SamplingHint.DEFER && span.isRemote()) {
      return UNDECIDED;
    }
    return span.isSampled() ? SAMPLED : NOT_SAMPLED;
  }
}
