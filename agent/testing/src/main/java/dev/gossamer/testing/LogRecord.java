package dev.gossamer.testing;

import java.util.Map;

/**
 * A log record as it was exported. Immutable.
 *
 * @param severity number as on the wire, 0 when there is none
 * @param severityText as the application calls it
 * @param body values as in {@link SpanRecord#attributes()}
 * @param attributes values as in {@link SpanRecord#attributes()}
 * @param traceId 32 lower-case hex digits, or empty
 * @param spanId 16 lower-case hex digits, or empty
 * @param flags of the trace
 * @param timeNanos when it was logged, nanoseconds since the epoch
 * @param observedNanos when it was seen
 * @param scope the logger's name
 */
public record LogRecord(
    int severity,
    String severityText,
    Object body,
    Map<String, Object> attributes,
    String traceId,
    String spanId,
    int flags,
    long timeNanos,
    long observedNanos,
    String eventName,
    String scope,
    Map<String, Object> resource) {}
