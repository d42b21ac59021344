package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedSpan;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.ArrayList;
import java.util.List;

/** The ids of spans, from one side to the other. */
final class SpanContexts {
  private static final String[] NO_STATE = {};

  private SpanContexts() {}

  static SpanContext toApplication(BridgedSpan span) {
    String traceId = span.traceId();
    String spanId = span.spanId();
    TraceFlags flags = TraceFlags.fromByte(span.flags());
    List<String> entries = new ArrayList<>();
    span.state(
        (key, value) -> {
          entries.add(key);
          entries.add(value);
        });
    TraceState state = TraceState.getDefault();
    if (!entries.isEmpty()) {
      TraceStateBuilder builder = TraceState.builder();
      // The builder puts what it is given in front.
      for (int i = entries.size() - 2; i >= 0; i -= 2) {
        builder.put(entries.get(i), entries.get(i + 1));
      }
      state = builder.build();
    }
    return span.isRemote()
        ? SpanContext.createFromRemoteParent(traceId, spanId, flags, state)
        : SpanContext.create(traceId, spanId, flags, state);
  }

  static BridgedSpan toAgent(SpanContext context) {
    String[] state = NO_STATE;
    if (!context.getTraceState().isEmpty()) {
      List<String> entries = new ArrayList<>();
      context
          .getTraceState()
          .forEach(
              (key, value) -> {
                entries.add(key);
                entries.add(value);
              });
      state = entries.toArray(NO_STATE);
    }
    return BridgedSpan.of(
        context.getTraceId(),
        context.getSpanId(),
        context.getTraceFlags().asByte(),
        state,
        context.isRemote());
  }
}
