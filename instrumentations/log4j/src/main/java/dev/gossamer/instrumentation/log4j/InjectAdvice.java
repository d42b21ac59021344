package dev.gossamer.instrumentation.log4j;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.logging.LogContext;
import io.opentelemetry.api.trace.SpanContext;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/** The context data of an event is there; the span's ids are added. */
final class InjectAdvice {
  private InjectAdvice() {}

  @Exit
  static @Nullable StringMap exit(@Returned @Nullable StringMap data) {
    SpanContext span = LogContext.current();
    return span == null ? data : with(span, data);
  }

  private static StringMap with(SpanContext span, @Nullable StringMap data) {
    StringMap all = data;
    if (all == null) {
      all = new SortedArrayStringMap();
    } else if (all.isFrozen()) {
      // It is the thread's own, which other events share.
      all = new SortedArrayStringMap(all);
    }
    put(all, LogContext.traceIdKey(), span.getTraceId());
    put(all, LogContext.spanIdKey(), span.getSpanId());
    put(all, LogContext.traceFlagsKey(), span.getTraceFlags().asHex());
    return all;
  }

  private static void put(StringMap all, String key, String value) {
    if (!all.containsKey(key)) {
      all.putValue(key, value);
    }
  }
}
