package dev.gossamer.testing;

import java.util.Map;

/**
 * An event of a span, as it was exported.
 *
 * @param attributes values as in {@link SpanRecord#attributes()}
 * @param timeNanos nanoseconds since the epoch
 */
public record EventRecord(String name, Map<String, Object> attributes, long timeNanos) {}
