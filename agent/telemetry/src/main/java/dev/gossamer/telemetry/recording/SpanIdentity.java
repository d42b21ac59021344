package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.internal.OtelEncodingUtils;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The context of a span of this process. Ids are numbers; their text is made when somebody asks.
 * Always valid. Immutable.
 */
final class SpanIdentity implements SpanContext {
  private static final String HEX = "0123456789abcdef";

  final long traceHigh;
  final long traceLow;
  final long spanId;

  private final TraceFlags flags;
  private final TraceState state;

  // Several threads may make the same text, and any of them will do.
  private @Nullable String traceText;
  private @Nullable String spanText;

  /**
   * @param traceText of the same trace id, where there is one already
   */
  SpanIdentity(
      long traceHigh,
      long traceLow,
      @Nullable String traceText,
      long spanId,
      TraceFlags flags,
      TraceState state) {
    this.traceHigh = traceHigh;
    this.traceLow = traceLow;
    this.traceText = traceText;
    this.spanId = spanId;
    this.flags = flags;
    this.state = state;
  }

  /** The upper half of any context's trace id. */
  static long traceHigh(SpanContext context) {
    return context instanceof SpanIdentity
        ? ((SpanIdentity) context).traceHigh
        : OtelEncodingUtils.longFromBase16String(context.getTraceId(), 0);
  }

  /** The lower half of any context's trace id. */
  static long traceLow(SpanContext context) {
    return context instanceof SpanIdentity
        ? ((SpanIdentity) context).traceLow
        : OtelEncodingUtils.longFromBase16String(context.getTraceId(), 16);
  }

  /** Any context's span id. */
  static long spanId(SpanContext context) {
    return context instanceof SpanIdentity
        ? ((SpanIdentity) context).spanId
        : OtelEncodingUtils.longFromBase16String(context.getSpanId(), 0);
  }

  /**
   * A trace id's text. Not the API's {@code TraceId.fromLongs}, which uses a buffer of the
   * thread's: propagators of the SDK have half a header in it when they ask for a text.
   */
  static String traceText(long high, long low) {
    byte[] digits = new byte[32];
    write(high, digits, 0);
    write(low, digits, 16);
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  private static void write(long id, byte[] digits, int from) {
    for (int i = 0; i < 16; i++) {
      digits[from + i] = (byte) HEX.charAt((int) (id >>> (60 - 4 * i)) & 0xf);
    }
  }

  /** The text of any context's trace id, if it costs nothing. */
  static @Nullable String traceText(SpanContext context) {
    return context instanceof SpanIdentity
        ? ((SpanIdentity) context).traceText
        : context.getTraceId();
  }

  @Override
  public String getTraceId() {
    String text = traceText;
    if (text == null) {
      text = traceText(traceHigh, traceLow);
      traceText = text;
    }
    return text;
  }

  @Override
  public String getSpanId() {
    String text = spanText;
    if (text == null) {
      byte[] digits = new byte[16];
      write(spanId, digits, 0);
      text = new String(digits, StandardCharsets.ISO_8859_1);
      spanText = text;
    }
    return text;
  }

  @Override
  public TraceFlags getTraceFlags() {
    return flags;
  }

  @Override
  public TraceState getTraceState() {
    return state;
  }

  @Override
  public boolean isSampled() {
    return flags.isSampled();
  }

  @Override
  public boolean isValid() {
    return true;
  }

  @Override
  public boolean isRemote() {
    return false;
  }

  /** As the SDK's contexts, it equals those of its own class only. */
  @Override
  public boolean equals(@Nullable Object object) {
    if (!(object instanceof SpanIdentity)) {
      return false;
    }
    SpanIdentity other = (SpanIdentity) object;
    return traceHigh == other.traceHigh
        && traceLow == other.traceLow
        && spanId == other.spanId
        && flags.equals(other.flags)
        && state.equals(other.state);
  }

  @Override
  public int hashCode() {
    return Objects.hash(traceLow, spanId);
  }

  @Override
  public String toString() {
    return "SpanContext{traceId="
        + getTraceId()
        + ", spanId="
        + getSpanId()
        + ", traceFlags="
        + flags
        + ", traceState="
        + state
        + "}";
  }
}
