package dev.gossamer.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the traces that no assertion has claimed before; made by {@link
 * Traces#assertTraces}.
 */
public final class TracesAssert {
  private final TelemetryReceiver receiver;

  TracesAssert(TelemetryReceiver receiver) {
    this.receiver = receiver;
  }

  /**
   * Waits for as many unclaimed spans as are expected and checks that there are exactly these
   * traces, in any order, of exactly these spans; claims them.
   *
   * @return the spans, traces and spans in the order of the expectations
   */
  public List<TraceRecord> exactly(TraceExpectation... expected) {
    return exactly(List.of(expected));
  }

  /** The same for a list. */
  public List<TraceRecord> exactly(List<TraceExpectation> expected) {
    int count = expected.stream().mapToInt(TraceExpectation::size).sum();
    List<SpanRecord> spans;
    try {
      spans = receiver.awaitUnclaimed(count);
    } catch (AssertionError e) {
      throw new AssertionError(message(expected, TraceRecord.group(receiver.unclaimed())), e);
    }
    List<TraceRecord> actual = TraceRecord.group(spans);
    List<TraceRecord> matched = match(expected, actual);
    if (matched == null) {
      throw new AssertionError(message(expected, actual));
    }
    spans.forEach(receiver::claim);
    return matched;
  }

  /** Checks that nothing has been exported that is not claimed; settles the receiver first. */
  public void none() {
    receiver.settle();
    List<SpanRecord> rest = receiver.unclaimed();
    if (!rest.isEmpty()) {
      throw new AssertionError(
          "expected no span but received:\n" + TraceRecord.print(TraceRecord.group(rest)));
    }
  }

  private static @Nullable List<TraceRecord> match(
      List<TraceExpectation> expected, List<TraceRecord> actual) {
    if (expected.size() != actual.size()) {
      return null;
    }
    int size = expected.size();
    @Nullable TraceRecord[][] fits = new TraceRecord[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        List<SpanRecord> inOrder = expected.get(i).match(actual.get(j));
        fits[i][j] = inOrder == null ? null : new TraceRecord(actual.get(j).traceId(), inOrder);
      }
    }
    int[] takenBy = new int[size];
    Arrays.fill(takenBy, -1);
    for (int i = 0; i < size; i++) {
      if (!place(i, fits, takenBy, new boolean[size])) {
        return null;
      }
    }
    List<TraceRecord> matched = new ArrayList<>(actual);
    for (int j = 0; j < size; j++) {
      TraceRecord trace = fits[takenBy[j]][j];
      if (trace != null) {
        matched.set(takenBy[j], trace);
      }
    }
    return matched;
  }

  /** One step of bipartite matching: finds a trace for an expectation, moving others aside. */
  private static boolean place(
      int expectation, @Nullable TraceRecord[][] fits, int[] takenBy, boolean[] tried) {
    for (int j = 0; j < takenBy.length; j++) {
      if (fits[expectation][j] != null && !tried[j]) {
        tried[j] = true;
        if (takenBy[j] < 0 || place(takenBy[j], fits, takenBy, tried)) {
          takenBy[j] = expectation;
          return true;
        }
      }
    }
    return false;
  }

  private static String message(List<TraceExpectation> expected, List<TraceRecord> actual) {
    StringBuilder text = new StringBuilder();
    text.append("expected ").append(expected.size()).append(" traces but received ");
    text.append(actual.size()).append(" that differ.\nReceived:\n");
    text.append(TraceRecord.print(actual));
    text.append("Expected:\n");
    for (TraceExpectation trace : expected) {
      text.append("  trace\n").append(trace);
    }
    text.append("Differences:\n");
    int explained = 0;
    for (TraceExpectation trace : expected) {
      if (actual.stream().noneMatch(candidate -> trace.match(candidate) != null)) {
        TraceRecord nearest =
            actual.stream().min(Comparator.comparingInt(trace::distance)).orElse(null);
        if (nearest != null && explained++ < 5) {
          text.append("  nearest trace ").append(nearest.traceId()).append('\n');
          text.append(trace.explain(nearest));
        }
      }
    }
    if (explained == 0) {
      text.append("  the number of traces or spans\n");
    }
    return text.toString();
  }
}
