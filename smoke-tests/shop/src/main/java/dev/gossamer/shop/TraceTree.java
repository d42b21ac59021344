package dev.gossamer.shop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The spans of one trace in the order of a tree, and what can be said about them. Immutable. */
final class TraceTree {
  /**
   * A span, as far as a waterfall needs it.
   *
   * @param parentId empty for a root
   * @param startNanos nanoseconds since any fixed point in time
   */
  record Span(
      String id,
      String parentId,
      String service,
      String name,
      long startNanos,
      long endNanos,
      boolean error) {
    long nanos() {
      return Math.max(0, endNanos - startNanos);
    }
  }

  /**
   * A span in its place.
   *
   * @param depth 0 for what stands at the top
   * @param last for each depth from 1 on, whether the branch there is the last of its siblings
   * @param orphan whether its parent is not in the trace
   * @param children in the order of their start
   */
  record Row(Span span, int depth, List<Boolean> last, boolean orphan, List<Span> children) {
    /** How long this span was busy itself: without the time in which any child was. */
    long selfNanos() {
      long busy = span.nanos();
      long covered = span.startNanos();
      for (Span child : children) {
        long from = Math.max(covered, child.startNanos());
        long to = Math.min(span.endNanos(), child.endNanos());
        if (to > from) {
          busy -= to - from;
          covered = to;
        }
      }
      return busy;
    }
  }

  private static final Comparator<Span> BY_START =
      Comparator.comparingLong(Span::startNanos).thenComparing(Span::id);

  private final String traceId;
  private final List<Row> rows;

  private TraceTree(String traceId, List<Row> rows) {
    this.traceId = traceId;
    this.rows = rows;
  }

  /** Spans of one trace in any order. */
  static TraceTree of(String traceId, Collection<Span> spans) {
    Set<String> ids = new HashSet<>();
    spans.forEach(span -> ids.add(span.id()));
    Map<String, List<Span>> children = new HashMap<>();
    List<Span> tops = new ArrayList<>();
    for (Span span : spans.stream().sorted(BY_START).toList()) {
      if (ids.contains(span.parentId())) {
        children.computeIfAbsent(span.parentId(), id -> new ArrayList<>()).add(span);
      } else {
        tops.add(span);
      }
    }
    // Roots first, then what lost its parent.
    tops.sort(Comparator.comparing((Span span) -> !span.parentId().isEmpty()));

    List<Row> rows = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (Span top : tops) {
      place(top, List.of(), !top.parentId().isEmpty(), children, placed, rows);
    }
    // Parents in a circle hang on no top.
    for (Span span : spans) {
      place(span, List.of(), true, children, placed, rows);
    }
    return new TraceTree(traceId, List.copyOf(rows));
  }

  private static void place(
      Span span,
      List<Boolean> last,
      boolean orphan,
      Map<String, List<Span>> children,
      Set<String> placed,
      List<Row> rows) {
    if (!placed.add(span.id())) {
      return;
    }
    List<Span> below = children.getOrDefault(span.id(), List.of());
    rows.add(new Row(span, last.size(), last, orphan, below));
    for (int i = 0; i < below.size(); i++) {
      List<Boolean> path = new ArrayList<>(last);
      path.add(i == below.size() - 1);
      place(below.get(i), List.copyOf(path), false, children, placed, rows);
    }
  }

  String traceId() {
    return traceId;
  }

  /** Parents before their children, siblings by start. */
  List<Row> rows() {
    return rows;
  }

  /** The names of the services in it, sorted. */
  Set<String> services() {
    Set<String> services = new TreeSet<>();
    rows.forEach(row -> services.add(row.span().service()));
    return services;
  }

  /** Spans whose parent is not in the trace. */
  List<Span> orphans() {
    return rows.stream().filter(Row::orphan).map(Row::span).toList();
  }

  /** Spans that say they failed. */
  List<Span> errors() {
    return rows.stream().map(Row::span).filter(Span::error).toList();
  }

  /**
   * What is wrong with it, one line each: services that should be in it and are not, and the other
   * way round; spans whose parent is missing; more than one root.
   */
  List<String> problems(Set<String> expectedServices) {
    List<String> problems = new ArrayList<>();
    Set<String> missing = new TreeSet<>(expectedServices);
    missing.removeAll(services());
    if (!missing.isEmpty()) {
      problems.add("no span of " + String.join(", ", missing));
    }
    Set<String> unexpected = services();
    unexpected.removeAll(expectedServices);
    if (!unexpected.isEmpty()) {
      problems.add("spans of " + String.join(", ", unexpected) + ", which has no part in it");
    }
    for (Span orphan : orphans()) {
      problems.add(
          "the parent of " + orphan.service() + "'s span " + orphan.name() + " is missing");
    }
    long roots = rows.stream().filter(row -> row.span().parentId().isEmpty()).count();
    if (roots != 1) {
      problems.add(roots + " spans without a parent instead of one");
    }
    return problems;
  }

  /**
   * The row that was busy itself for longest.
   *
   * @throws IllegalStateException if the trace is empty
   */
  Row slowest() {
    return rows.stream()
        .max(Comparator.comparingLong(Row::selfNanos))
        .orElseThrow(() -> new IllegalStateException("a trace without spans"));
  }

  /** When the first span starts. */
  long startNanos() {
    return rows.stream().mapToLong(row -> row.span().startNanos()).min().orElse(0);
  }

  /** From the start of the first span to the end of the last. */
  long nanos() {
    long end = rows.stream().mapToLong(row -> row.span().endNanos()).max().orElse(0);
    return Math.max(0, end - startNanos());
  }
}
