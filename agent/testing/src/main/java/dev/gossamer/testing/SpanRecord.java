package dev.gossamer.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span as it was exported. Immutable.
 *
 * @param traceId 32 lower-case hex digits
 * @param spanId 16 lower-case hex digits
 * @param parentSpanId 16 lower-case hex digits, empty for a root
 * @param attributes in the order of the wire; a value is a String, Boolean, Long, Double, byte[], a
 *     List or Map of these, or an empty Optional when the wire carries no value
 * @param status the status code
 * @param statusMessage the status description, empty when there is none
 * @param flags the flags as on the wire: W3C flags in the low 8 bits, 0x100 "remote is known",
 *     0x200 "parent is remote"
 * @param traceState the W3C trace state, empty when there is none
 * @param startNanos nanoseconds since the epoch
 * @param endNanos nanoseconds since the epoch
 * @param droppedCount attributes, events and links that were dropped, added up
 * @param resource attributes of the resource, values as in {@code attributes}
 * @param schemaUrl schema URL of the scope's spans, empty when there is none
 */
public record SpanRecord(
    String traceId,
    String spanId,
    String parentSpanId,
    String name,
    SpanKind kind,
    Map<String, Object> attributes,
    List<EventRecord> events,
    List<LinkRecord> links,
    SpanStatus status,
    String statusMessage,
    int flags,
    String traceState,
    long startNanos,
    long endNanos,
    int droppedCount,
    Map<String, Object> resource,
    String scopeName,
    String scopeVersion,
    String schemaUrl) {

  /** The value of an attribute, or null when the span does not have it. */
  public @Nullable Object attribute(String key) {
    return attributes.get(key);
  }

  /** The resource's {@code service.name}; empty when it has none. */
  public String serviceName() {
    Object name = resource.get("service.name");
    return name == null ? "" : name.toString();
  }

  /** Whether the span has no parent at all. */
  public boolean isRoot() {
    return parentSpanId.isEmpty();
  }

  /** Whether the flags say that the parent is in another process. */
  public boolean hasRemoteParent() {
    return !isRoot() && (flags & 0x200) != 0;
  }

  /** One line: kind, name, status, attributes. */
  public String describe() {
    StringBuilder line = new StringBuilder().append(kind).append(' ').append('"').append(name);
    line.append('"');
    if (status != SpanStatus.UNSET) {
      line.append(' ').append(status);
    }
    if (!statusMessage.isEmpty()) {
      line.append(" (").append(statusMessage).append(')');
    }
    line.append(' ').append(attributes);
    for (EventRecord event : events) {
      line.append(" event ").append(event.name());
      Object type = event.attributes().get("exception.type");
      if (type != null) {
        line.append(' ').append(type);
      }
    }
    for (LinkRecord link : links) {
      line.append(" link ").append(link.traceId()).append('-').append(link.spanId());
    }
    return line.append(" [")
        .append(serviceName())
        .append(", ")
        .append(scopeName)
        .append(", ")
        .append(spanId)
        .append(']')
        .toString();
  }
}
