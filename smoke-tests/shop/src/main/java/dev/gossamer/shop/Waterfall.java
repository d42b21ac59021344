package dev.gossamer.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Draws a trace as text: service, span, bar, milliseconds, and a mark for what deserves a look.
 *
 * <p>A bar is solid where the span itself was busy and light where it waited for its children.
 */
final class Waterfall {
  /**
   * What the output can show.
   *
   * @param columns width of a line; below 60 it is taken for 60
   * @param colour whether escape sequences are understood
   * @param unicode whether anything but ASCII is
   */
  record Style(int columns, boolean colour, boolean unicode) {}

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String[] SERVICE_COLOURS = {
    "\u001b[36m", "\u001b[32m", "\u001b[34m", "\u001b[35m", "\u001b[96m", "\u001b[92m", "\u001b[94m"
  };
  private static final int LONGEST_SERVICE = 18;
  private static final int SHORTEST_BAR = 12;
  private static final String SLOW = "<- slow";
  private static final String ERROR = "error";
  private static final String ORPHAN = "parent missing";

  private final TraceTree trace;
  private final Style style;
  private final int serviceWidth;
  private final int nameWidth;
  private final int barWidth;
  private final int millisWidth;

  private Waterfall(TraceTree trace, Style style) {
    this.trace = trace;
    this.style = style;
    List<TraceTree.Row> rows = trace.rows();
    serviceWidth =
        Math.max(
            "service".length(),
            Math.min(
                LONGEST_SERVICE, longest(rows.stream().map(row -> clean(row.span().service())))));
    millisWidth = millis(trace.nanos()).length();
    int marks = longest(rows.stream().map(this::mark));
    int left = Math.max(60, style.columns()) - serviceWidth - millisWidth - marks - 5;
    int wanted = longest(rows.stream().map(this::branch));
    nameWidth = Math.max(8, Math.min(wanted, left - Math.max(SHORTEST_BAR, left / 3)));
    barWidth = Math.max(SHORTEST_BAR, left - nameWidth);
  }

  /** A heading and one line a span, without line ends; lines have no trailing blanks. */
  static List<String> draw(TraceTree trace, Style style) {
    Waterfall waterfall = new Waterfall(trace, style);
    List<String> lines = new ArrayList<>();
    lines.add(waterfall.heading());
    for (TraceTree.Row row : trace.rows()) {
      lines.add(waterfall.line(row));
    }
    return lines;
  }

  /** The line below: which trace, how much of what, how long, and where the time went. */
  static String result(TraceTree trace) {
    if (trace.rows().isEmpty()) {
      return "no spans";
    }
    TraceTree.Row slowest = trace.slowest();
    long share = trace.nanos() == 0 ? 0 : Math.round(100.0 * slowest.selfNanos() / trace.nanos());
    return String.format(
        Locale.ROOT,
        "trace %s: %d spans, %d services, %s ms; %d %% of it (%s ms) in %s: %s",
        trace.traceId(),
        trace.rows().size(),
        trace.services().size(),
        millis(trace.nanos()),
        share,
        millis(slowest.selfNanos()),
        printable(slowest.span().service(), false),
        printable(slowest.span().name(), false));
  }

  private String heading() {
    String legend = busy() + " busy  " + waiting() + " waiting";
    return paint(
        BOLD,
        pad("service", serviceWidth)
            + ' '
            + pad("span", nameWidth)
            + ' '
            + pad(cut(legend, barWidth), barWidth)
            + ' '
            + " ".repeat(Math.max(0, millisWidth - 2))
            + "ms");
  }

  private String line(TraceTree.Row row) {
    String service = pad(cut(clean(row.span().service()), serviceWidth), serviceWidth);
    String name = pad(cut(branch(row), nameWidth), nameWidth);
    String millis = millis(row.span().nanos());
    String mark = mark(row);
    String colour = colourOf(row);
    return (paint(colour, service)
            + ' '
            + name
            + ' '
            + paint(colour, bar(row))
            + ' '
            + " ".repeat(Math.max(0, millisWidth - millis.length()))
            + millis
            + (mark.isEmpty() ? "" : ' ' + paint(BOLD + colour, mark)))
        .stripTrailing();
  }

  private String bar(TraceTree.Row row) {
    TraceTree.Span span = row.span();
    int from = cell(span.startNanos());
    int to = Math.max(from, cell(span.endNanos() - 1));
    StringBuilder bar = new StringBuilder(barWidth);
    for (int i = 0; i < barWidth; i++) {
      bar.append(i < from || i > to ? ' ' : busy());
    }
    for (TraceTree.Span child : row.children()) {
      int last = Math.min(to, cell(child.endNanos() - 1));
      // What a child fills only in part keeps the colour of whoever was busy for the rest of it.
      for (int i = Math.max(from, cell(child.startNanos())); i <= last; i++) {
        if (i > from || child.nanos() * 2 > trace.nanos() / barWidth) {
          bar.setCharAt(i, waiting());
        }
      }
    }
    return bar.toString();
  }

  private char busy() {
    return style.unicode() ? '\u2588' : '#';
  }

  private char waiting() {
    return style.unicode() ? '\u2591' : '-';
  }

  private int cell(long nanos) {
    long total = Math.max(1, trace.nanos());
    long cell = (long) ((double) (nanos - trace.startNanos()) * barWidth / total);
    return (int) Math.max(0, Math.min(barWidth - 1, cell));
  }

  private String branch(TraceTree.Row row) {
    StringBuilder branch = new StringBuilder();
    for (int i = 0; i < row.last().size(); i++) {
      boolean last = row.last().get(i);
      if (i == row.last().size() - 1) {
        branch.append(style.unicode() ? (last ? "\u2514 " : "\u251c ") : (last ? "` " : "+ "));
      } else {
        branch.append(last ? "  " : style.unicode() ? "\u2502 " : "| ");
      }
    }
    return branch.append(clean(row.span().name())).toString();
  }

  private String mark(TraceTree.Row row) {
    List<String> marks = new ArrayList<>();
    if (row.orphan()) {
      marks.add(ORPHAN);
    }
    if (row.span().error()) {
      marks.add(ERROR);
    }
    if (row.equals(trace.slowest())) {
      marks.add(SLOW);
    }
    return String.join(", ", marks);
  }

  private String colourOf(TraceTree.Row row) {
    if (row.span().error() || row.orphan()) {
      return RED;
    }
    if (row.equals(trace.slowest())) {
      return YELLOW;
    }
    int index = List.copyOf(trace.services()).indexOf(row.span().service());
    return SERVICE_COLOURS[index % SERVICE_COLOURS.length];
  }

  private String paint(String colour, String text) {
    return style.colour() ? colour + text + RESET : text;
  }

  private String clean(String text) {
    return printable(text, style.unicode());
  }

  /** Names come from the outside: nothing in them may move the cursor. */
  private static String printable(String text, boolean unicode) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || (c > 126 && !unicode) ? '?' : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private String cut(String text, int width) {
    if (length(text) <= width) {
      return text;
    }
    String end = style.unicode() ? "\u2026" : "~";
    return text.substring(0, text.offsetByCodePoints(0, width - 1)) + end;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }

  private static int longest(Stream<String> texts) {
    return texts.mapToInt(Waterfall::length).max().orElse(0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
