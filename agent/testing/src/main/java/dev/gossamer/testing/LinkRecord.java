package dev.gossamer.testing;

import java.util.Map;

/**
 * A link of a span, as it was exported.
 *
 * @param traceId 32 lower-case hex digits
 * @param spanId 16 lower-case hex digits
 * @param traceState empty when there is none
 * @param attributes values as in {@link SpanRecord#attributes()}
 * @param flags the flags as on the wire
 */
public record LinkRecord(
    String traceId, String spanId, String traceState, Map<String, Object> attributes, int flags) {}
