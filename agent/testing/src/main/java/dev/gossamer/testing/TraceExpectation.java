package dev.gossamer.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trace has to be: exactly these spans, in any order of time. Made by {@link Traces#trace}.
 */
public final class TraceExpectation {
  private final List<SpanExpectation> spans;

  TraceExpectation(List<SpanExpectation> spans) {
    this.spans = spans;
    for (SpanExpectation span : spans) {
      if (span.parentIndex() >= spans.size()) {
        throw new IllegalArgumentException(
            "childOf(" + span.parentIndex() + ") in a trace of " + spans.size() + " spans");
      }
    }
  }

  int size() {
    return spans.size();
  }

  /** The trace's spans in the order of the expectations; null when they do not fit. */
  @Nullable List<SpanRecord> match(TraceRecord trace) {
    if (trace.spans().size() != spans.size()) {
      return null;
    }
    @Nullable SpanRecord[] assigned = new SpanRecord[spans.size()];
    boolean[] used = new boolean[spans.size()];
    boolean[][] fits = new boolean[spans.size()][spans.size()];
    for (int i = 0; i < spans.size(); i++) {
      for (int j = 0; j < spans.size(); j++) {
        fits[i][j] = spans.get(i).problems(trace.spans().get(j)).isEmpty();
      }
    }
    if (!assign(0, trace, fits, used, assigned)) {
      return null;
    }
    List<SpanRecord> inOrder = new ArrayList<>();
    for (SpanRecord span : assigned) {
      if (span != null) {
        inOrder.add(span);
      }
    }
    return inOrder;
  }

  private boolean assign(
      int index,
      TraceRecord trace,
      boolean[][] fits,
      boolean[] used,
      @Nullable SpanRecord[] assigned) {
    if (index == spans.size()) {
      return true;
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i] && fits[index][i]) {
        assigned[index] = trace.spans().get(i);
        if (parentsFit(assigned)) {
          used[i] = true;
          if (assign(index + 1, trace, fits, used, assigned)) {
            return true;
          }
          used[i] = false;
        }
        assigned[index] = null;
      }
    }
    return false;
  }

  private boolean parentsFit(@Nullable SpanRecord[] assigned) {
    for (int i = 0; i < assigned.length; i++) {
      SpanRecord child = assigned[i];
      int parentIndex = spans.get(i).parentIndex();
      SpanRecord parent = parentIndex < 0 ? null : assigned[parentIndex];
      if (child != null && parent != null && !child.parentSpanId().equals(parent.spanId())) {
        return false;
      }
    }
    return true;
  }

  /** How far the trace is from what is expected; for choosing which trace to explain. */
  int distance(TraceRecord trace) {
    int distance = 10 * Math.abs(trace.spans().size() - spans.size());
    for (SpanExpectation span : spans) {
      distance +=
          trace.spans().stream()
              .mapToInt(candidate -> span.problems(candidate).size())
              .min()
              .orElse(10);
    }
    return distance;
  }

  /** Why the trace does not fit, one line a span. */
  String explain(TraceRecord trace) {
    StringBuilder text = new StringBuilder();
    if (trace.spans().size() != spans.size()) {
      text.append("    expected ").append(spans.size()).append(" spans but it has ");
      text.append(trace.spans().size()).append('\n');
    }
    boolean explained = false;
    for (int i = 0; i < spans.size(); i++) {
      SpanExpectation span = spans.get(i);
      List<String> problems = List.of("there is no span");
      for (SpanRecord candidate : trace.spans()) {
        List<String> found = span.problems(candidate);
        if (candidate == trace.spans().get(0) || found.size() < problems.size()) {
          problems = found;
        }
      }
      if (!problems.isEmpty()) {
        explained = true;
        text.append("    span ").append(i).append(": expected ");
        text.append(String.join("; expected ", problems)).append('\n');
      }
    }
    if (!explained && trace.spans().size() == spans.size()) {
      text.append("    the spans fit one by one; their parents, or their number of each, do not\n");
    }
    return text.toString();
  }

  /** One line a span. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < spans.size(); i++) {
      text.append("    span ").append(i).append(": ").append(spans.get(i)).append('\n');
    }
    return text.toString();
  }
}
