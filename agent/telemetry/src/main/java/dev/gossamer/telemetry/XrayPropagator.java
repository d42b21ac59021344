package dev.gossamer.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * AWS X-Ray: {@code X-Amzn-Trace-Id:
 * Root=1-5759e988-bd862e3fe1be46a994272793;Parent=...;Sampled=1}. Fields may come in any order;
 * unknown ones are ignored, and {@code Sampled} may be missing.
 *
 * <p>Source: AWS X-Ray developer guide, "Tracing header". Any header is read without an exception.
 */
final class XrayPropagator implements TextMapPropagator {
  private static final XrayPropagator INSTANCE = new XrayPropagator();
  private static final String HEADER = "X-Amzn-Trace-Id";
  private static final int LONGEST = 4096;
  private static final int TIME_DIGITS = 8;

  private XrayPropagator() {}

  static XrayPropagator instance() {
    return INSTANCE;
  }

  @Override
  public Collection<String> fields() {
    return Collections.singletonList(HEADER);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (span.isValid()) {
      String traceId = span.getTraceId();
      String value =
          "Root=1-"
              + traceId.substring(0, TIME_DIGITS)
              + "-"
              + traceId.substring(TIME_DIGITS)
              + ";Parent="
              + span.getSpanId()
              + ";Sampled="
              + (span.isSampled() ? '1' : '0');
      setter.set(carrier, HEADER, value);
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    String header = getter.get(carrier, HEADER);
    if (header == null || header.length() > LONGEST) {
      return context;
    }
    String traceId = traceId(field(header, "Root="));
    String spanId = field(header, "Parent=");
    if (traceId == null || spanId == null || !SpanId.isValid(spanId)) {
      return context;
    }
    boolean sampled = "1".equals(field(header, "Sampled="));
    SpanContext span =
        SpanContext.createFromRemoteParent(
            traceId,
            spanId,
            sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
            TraceState.getDefault());
    return context.with(Span.wrap(span));
  }

  /** The value of the field, or null. */
  private static @Nullable String field(String header, String name) {
    int start = 0;
    while (start < header.length()) {
      int semicolon = header.indexOf(';', start);
      int end = semicolon < 0 ? header.length() : semicolon;
      while (start < end && header.charAt(start) == ' ') {
        start++;
      }
      if (header.startsWith(name, start)) {
        return header.substring(start + name.length(), end).trim();
      }
      start = end + 1;
    }
    return null;
  }

  private static @Nullable String traceId(@Nullable String root) {
    int randomStart = "1-".length() + TIME_DIGITS + 1;
    if (root == null
        || root.length() != TraceId.getLength() + 3
        || !root.startsWith("1-")
        || root.charAt(randomStart - 1) != '-') {
      return null;
    }
    String traceId = root.substring(2, randomStart - 1) + root.substring(randomStart);
    return TraceId.isValid(traceId) ? traceId : null;
  }

  @Override
  public String toString() {
    return "xray";
  }
}
