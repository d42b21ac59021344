package dev.gossamer.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spans of one trace.
 *
 * @param spans in the order of their start
 */
public record TraceRecord(String traceId, List<SpanRecord> spans) {

  /** Spans by trace, traces in the order in which their first span arrived. */
  public static List<TraceRecord> group(Collection<SpanRecord> spans) {
    Map<String, List<SpanRecord>> byTrace = new LinkedHashMap<>();
    for (SpanRecord span : spans) {
      byTrace.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
    }
    List<TraceRecord> traces = new ArrayList<>();
    byTrace.forEach(
        (id, members) -> {
          members.sort((a, b) -> Long.compareUnsigned(a.startNanos(), b.startNanos()));
          traces.add(new TraceRecord(id, List.copyOf(members)));
        });
    return List.copyOf(traces);
  }

  /** Traces as indented trees, one span a line; a span whose parent is absent stands at the top. */
  public static String print(Collection<TraceRecord> traces) {
    if (traces.isEmpty()) {
      return "  (no span)\n";
    }
    StringBuilder text = new StringBuilder();
    for (TraceRecord trace : traces) {
      text.append("  trace ").append(trace.traceId).append('\n').append(trace.tree());
    }
    return text.toString();
  }

  /** The trace as an indented tree, one span a line. */
  public String tree() {
    Set<String> present = new HashSet<>();
    spans.forEach(span -> present.add(span.spanId()));
    StringBuilder text = new StringBuilder();
    Set<SpanRecord> printed = new HashSet<>();
    for (SpanRecord span : spans) {
      if (!present.contains(span.parentSpanId())) {
        print(span, 2, text, printed);
      }
    }
    // Parents in a circle hang on no top.
    for (SpanRecord span : spans) {
      print(span, 2, text, printed);
    }
    return text.toString();
  }

  private void print(SpanRecord span, int depth, StringBuilder text, Set<SpanRecord> printed) {
    if (!printed.add(span)) {
      return;
    }
    text.append("  ".repeat(depth));
    if (depth == 2 && !span.isRoot()) {
      text.append("(under ").append(span.parentSpanId()).append(") ");
    }
    text.append(span.describe()).append('\n');
    for (SpanRecord child : spans) {
      if (child.parentSpanId().equals(span.spanId())) {
        print(child, depth + 1, text, printed);
      }
    }
  }
}
