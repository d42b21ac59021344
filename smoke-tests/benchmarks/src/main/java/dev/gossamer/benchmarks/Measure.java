package dev.gossamer.benchmarks;

import java.util.Locale;

/** What is measured, and how it is printed. */
enum Measure {
  MAIN_WALL("wall time to main()", "ms", 0),
  READY_WALL("wall time to the first response", "ms", 0),
  READY_CPU("CPU to the first response", "s", 2),
  ONE_CPU_READY_WALL("wall time to the first response, one processor", "ms", 0),
  ONE_CPU_READY_CPU("CPU to the first response, one processor", "s", 2),
  ARCHIVE_READY_CPU("CPU to the first response, with an AppCDS archive", "s", 2),
  ARCHIVE_CLASSES("classes taken from that archive and the JDK's", "", 0),
  CACHE_READY_CPU("CPU to the first response, with an AOT cache", "s", 2),
  CACHE_CLASSES("classes taken from that cache", "", 0),
  WARM_UP_CPU("CPU of the first 20 000 requests", "s", 2),
  SETTLED_CPU("CPU until 2 s later", "s", 2),
  EXIT_CPU("CPU of a run that ends at once", "s", 3),
  EXIT_WALL("wall time of a run that ends at once", "ms", 0),
  CLASSES("classes loaded", "", 0),
  METASPACE("metaspace", "MiB", 1),
  CODE_CACHE("code cache", "MiB", 1),
  RSS("resident memory", "MiB", 0),
  LIVE_HEAP("live heap", "MiB", 1),
  THREADS("agent threads", "", 0),
  STDOUT_LINES("lines on standard output", "", 0),
  STDERR_LINES("lines on standard error", "", 0),
  REQUEST_CPU("CPU per request", "µs", 1),
  COMPILER_CPU("of that, the JVM's compilers", "µs", 1),
  LATENCY_P50("latency, median", "µs", 0),
  LATENCY_P99("latency, 99th percentile", "µs", 0),
  REQUEST_ALLOCATION("allocation per request", "bytes", 0),
  LINE_ALLOCATION("allocation per line of the log", "bytes", 0),
  SUSTAINED_RATE("requests per second", "", 0),
  LOST_SPANS("spans lost", "", 0),
  QUEUE_HEAP("live heap of what waits when the queue is full", "MiB", 1),
  FAILURES("failed requests", "", 0),
  SPANS_PER_REQUEST("spans delivered per request", "", 2),
  SPAN_BYTES("bytes sent per span", "", 0);

  private final String title;
  private final String unit;
  private final int digits;

  Measure(String title, String unit, int digits) {
    this.title = title;
    this.unit = unit;
    this.digits = digits;
  }

  String title() {
    return unit.isEmpty() ? title : title + ", " + unit;
  }

  /** Whether its values are already what an agent adds. */
  boolean isDifference() {
    return this == THREADS || this == STDOUT_LINES || this == STDERR_LINES;
  }

  /** Whether it means the same with and without what the application does without agent. */
  boolean isAbsolute() {
    return isDifference()
        || this == FAILURES
        || this == SPANS_PER_REQUEST
        || this == SPAN_BYTES
        || this == SUSTAINED_RATE
        || this == LOST_SPANS
        || this == ARCHIVE_CLASSES
        || this == CACHE_CLASSES;
  }

  /** Whether it is the price of the requests that the spans are of. */
  boolean isOfRequests() {
    return this == REQUEST_CPU || this == COMPILER_CPU || this == REQUEST_ALLOCATION;
  }

  String format(double value) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.startsWith("-") && Double.parseDouble(text) == 0 ? text.substring(1) : text;
  }

  /** With a sign: what is added to a run without agent. */
  String formatAdded(double value) {
    String text = format(value);
    return text.startsWith("-") ? text : "+" + text;
  }
}
