package dev.gossamer.api.http;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Response headers by which a caller learns its trace (W3C Trace Context level 3 draft, {@code
 * traceresponse}; W3C Server Timing). Nothing configured: {@link #of} is null. Immutable.
 */
final class TraceResponse {
  private final boolean traceResponse;
  private final boolean serverTiming;

  private TraceResponse(boolean traceResponse, boolean serverTiming) {
    this.traceResponse = traceResponse;
    this.serverTiming = serverTiming;
  }

  static @Nullable TraceResponse of(List<String> headers) {
    return headers.isEmpty()
        ? null
        : new TraceResponse(headers.contains("traceresponse"), headers.contains("server-timing"));
  }

  <S> void write(SpanContext span, S response, TextMapSetter<S> headers) {
    if (!span.isValid()) {
      return;
    }
    String value =
        "00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + span.getTraceFlags().asHex();
    if (traceResponse) {
      headers.set(response, "traceresponse", value);
    }
    if (serverTiming) {
      headers.set(response, "Server-Timing", "traceparent;desc=\"" + value + '"');
    }
  }
}
