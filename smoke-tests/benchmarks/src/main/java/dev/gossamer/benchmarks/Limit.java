package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.hot.HotPaths;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What ours may cost.
 *
 * @param application null for the jar
 * @param must false: an aim, which fails nobody
 */
record Limit(
    Kind kind, @Nullable Application application, Measure measure, double bound, boolean must) {
  private static final double MIB = 1024 * 1024;

  /** How the bound is meant. */
  enum Kind {
    /** At most so much more than without agent. */
    ADDED,
    /** At most this share of what the best peer adds. */
    RATIO,
    /** At most this share of what the earlier jar adds, if there is one. */
    PREVIOUS,
    /** At least this share of what there is without agent. */
    KEPT,
    /** At least so much. */
    AT_LEAST,
    /** At most so many nanoseconds for a class of the application that nobody instruments. */
    CLASS_LOAD_NANOS,
    /** At most so many bytes allocated for it. */
    CLASS_LOAD_BYTES,
    /** At most so many MiB of jar. */
    JAR
  }

  static final List<Limit> ALL =
      List.of(
          must(Kind.ADDED, Application.HELLO, Measure.CLASSES, 900),
          must(Kind.RATIO, Application.HELLO, Measure.EXIT_CPU, 0.15),
          must(Kind.RATIO, Application.HELLO, Measure.SETTLED_CPU, 0.15),
          must(Kind.ADDED, Application.HELLO, Measure.THREADS, 3),
          must(Kind.ADDED, Application.HELLO, Measure.STDOUT_LINES, 0),
          must(Kind.ADDED, Application.HELLO, Measure.STDERR_LINES, 1),
          must(Kind.RATIO, Application.CLINIC, Measure.READY_CPU, 0.15),
          must(Kind.ADDED, Application.CLINIC, Measure.THREADS, 3),
          must(Kind.ADDED, Application.SERVICE, Measure.THREADS, 3),
          must(Kind.AT_LEAST, Application.SERVICE, Measure.SPANS_PER_REQUEST, 2),
          must(Kind.KEPT, Application.SERVICE, Measure.ARCHIVE_CLASSES, 0.95),
          must(Kind.KEPT, Application.SERVICE, Measure.CACHE_CLASSES, 0.95),
          must(Kind.KEPT, Application.CLINIC, Measure.ARCHIVE_CLASSES, 0.95),
          must(Kind.KEPT, Application.CLINIC, Measure.CACHE_CLASSES, 0.95),
          must(Kind.PREVIOUS, Application.HELLO, Measure.EXIT_CPU, 1.25),
          must(Kind.PREVIOUS, Application.HELLO, Measure.CLASSES, 1.05),
          must(Kind.PREVIOUS, Application.SERVICE, Measure.READY_CPU, 1.25),
          must(Kind.PREVIOUS, Application.SERVICE, Measure.CLASSES, 1.05),
          must(Kind.PREVIOUS, Application.SERVICE, Measure.REQUEST_ALLOCATION, 1.1),
          must(Kind.PREVIOUS, Application.CLINIC, Measure.READY_CPU, 1.25),
          must(Kind.PREVIOUS, Application.CLINIC, Measure.CLASSES, 1.05),
          new Limit(Kind.JAR, null, Measure.CLASSES, 4, true),
          aim(Kind.PREVIOUS, Application.SERVICE, Measure.REQUEST_CPU, 1.25),
          new Limit(Kind.CLASS_LOAD_NANOS, null, Measure.CLASSES, 1000, false),
          new Limit(Kind.CLASS_LOAD_BYTES, null, Measure.CLASSES, 0, false),
          aim(Kind.AT_LEAST, Application.SUSTAINED, Measure.SUSTAINED_RATE, 19_900),
          aim(Kind.ADDED, Application.SUSTAINED, Measure.LOST_SPANS, 0),
          aim(Kind.ADDED, Application.SUSTAINED, Measure.QUEUE_HEAP, 16),
          aim(Kind.ADDED, Application.HELLO, Measure.MAIN_WALL, 80),
          aim(Kind.ADDED, Application.HELLO, Measure.METASPACE, 4),
          aim(Kind.ADDED, Application.HELLO, Measure.LIVE_HEAP, 4),
          aim(Kind.RATIO, Application.HELLO, Measure.SETTLED_CPU, 0.12),
          aim(Kind.RATIO, Application.CLASSES, Measure.EXIT_CPU, 0.12),
          aim(Kind.RATIO, Application.SERVICE, Measure.READY_CPU, 0.12),
          aim(Kind.RATIO, Application.SERVICE, Measure.ONE_CPU_READY_CPU, 0.12),
          aim(Kind.RATIO, Application.SERVICE, Measure.ARCHIVE_READY_CPU, 0.1),
          aim(Kind.RATIO, Application.SERVICE, Measure.CACHE_READY_CPU, 0.1),
          aim(Kind.RATIO, Application.SERVICE, Measure.WARM_UP_CPU, 0.25),
          aim(Kind.RATIO, Application.SERVICE, Measure.REQUEST_ALLOCATION, 0.33),
          aim(Kind.RATIO, Application.SERVICE, Measure.LIVE_HEAP, 0.2),
          aim(Kind.RATIO, Application.SERVICE, Measure.METASPACE, 0.2),
          aim(Kind.RATIO, Application.SERVICE, Measure.RSS, 0.25),
          aim(Kind.RATIO, Application.GATEWAY, Measure.REQUEST_CPU, 0.33),
          aim(Kind.RATIO, Application.KAFKA, Measure.REQUEST_CPU, 0.33),
          aim(Kind.RATIO, Application.CLINIC, Measure.READY_CPU, 0.12),
          aim(Kind.RATIO, Application.CLINIC, Measure.ONE_CPU_READY_CPU, 0.12),
          aim(Kind.RATIO, Application.CLINIC, Measure.ARCHIVE_READY_CPU, 0.1),
          aim(Kind.RATIO, Application.CLINIC, Measure.CACHE_READY_CPU, 0.1),
          aim(Kind.RATIO, Application.CLINIC, Measure.WARM_UP_CPU, 0.25),
          aim(Kind.RATIO, Application.CLINIC, Measure.METASPACE, 0.2),
          aim(Kind.RATIO, Application.CLINIC, Measure.RSS, 0.25),
          aim(Kind.ADDED, Application.CLINIC, Measure.CLASSES, 900),
          aim(Kind.ADDED, Application.CLINIC, Measure.LIVE_HEAP, 4),
          aim(Kind.RATIO, Application.SERVICE, Measure.REQUEST_CPU, 0.33),
          aim(Kind.RATIO, Application.NETTY, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.NETTY41, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.UNDERTOW, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.JETTY, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.WEBFLUX, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.TOMCAT, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.VERTX, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.GRIZZLY, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.HELIDON, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.JDK, Measure.REQUEST_CPU, 0.4),
          aim(Kind.RATIO, Application.SIGNALS, Measure.READY_CPU, 0.2),
          aim(Kind.RATIO, Application.SIGNALS, Measure.REQUEST_ALLOCATION, 0.5),
          aim(Kind.RATIO, Application.SIGNALS, Measure.LINE_ALLOCATION, 0.5));

  /** A limit and what was measured. */
  record Verdict(Limit limit, double measured, boolean held) {}

  /** Compares; null if it was not measured. */
  @Nullable Verdict judge(Results results) throws IOException {
    return switch (kind) {
      case JAR -> {
        double size = 0;
        for (Agent agent : results.agents()) {
          size = agent.key().equals(Agent.OURS) ? agent.size() / MIB : size;
        }
        yield new Verdict(this, size, size <= bound);
      }
      case RATIO, PREVIOUS, KEPT -> {
        OptionalDouble ratio =
            application == null ? OptionalDouble.empty() : ratio(results, application);
        yield ratio.isEmpty()
            ? null
            : new Verdict(
                this,
                ratio.getAsDouble(),
                kind == Kind.KEPT ? ratio.getAsDouble() >= bound : ratio.getAsDouble() <= bound);
      }
      case CLASS_LOAD_NANOS, CLASS_LOAD_BYTES -> {
        HotPaths.Cost cost = results.classLoad();
        // What JMH calls allocation is that of the whole JVM, by the number of calls.
        double measured =
            cost == null
                ? Double.NaN
                : kind == Kind.CLASS_LOAD_NANOS ? cost.nanos() : Math.rint(cost.bytes());
        yield Double.isNaN(measured) ? null : new Verdict(this, measured, measured <= bound);
      }
      case ADDED, AT_LEAST -> {
        Spread spread = spread(results);
        if (spread == null) {
          yield null;
        }
        // One bad round of many is the machine's; one line too many is not.
        boolean countsWorst = measure == Measure.STDOUT_LINES || measure == Measure.STDERR_LINES;
        double measured = countsWorst ? spread.high() : spread.median();
        yield new Verdict(
            this, measured, kind == Kind.ADDED ? measured <= bound : measured >= bound);
      }
    };
  }

  String title() {
    return switch (kind) {
      case JAR -> "size of the jar";
      case CLASS_LOAD_NANOS -> "load of a class that nobody instruments: time";
      case CLASS_LOAD_BYTES -> "load of a class that nobody instruments: allocation";
      default -> application == null ? "" : application.title() + ": " + measure.title();
    };
  }

  String boundText() {
    return switch (kind) {
      case ADDED -> "at most " + measure.formatAdded(bound);
      case AT_LEAST -> "at least " + measure.format(bound);
      case RATIO -> String.format(Locale.ROOT, "at most %.2f of the best peer", bound);
      case PREVIOUS -> String.format(Locale.ROOT, "at most %.2f of the jar before", bound);
      case KEPT -> String.format(Locale.ROOT, "at least %.2f of those without agent", bound);
      case CLASS_LOAD_NANOS -> String.format(Locale.ROOT, "at most %.0f ns", bound);
      case CLASS_LOAD_BYTES -> String.format(Locale.ROOT, "at most %.0f bytes", bound);
      case JAR -> String.format(Locale.ROOT, "at most %.0f MiB", bound);
    };
  }

  String measuredText(double measured) {
    return switch (kind) {
      case ADDED -> measure.formatAdded(measured);
      case AT_LEAST -> measure.format(measured);
      case RATIO, PREVIOUS, KEPT -> String.format(Locale.ROOT, "%.3f", measured);
      case CLASS_LOAD_NANOS -> String.format(Locale.ROOT, "%.0f ns", measured);
      case CLASS_LOAD_BYTES -> String.format(Locale.ROOT, "%.0f bytes", measured);
      case JAR -> String.format(Locale.ROOT, "%.2f MiB", measured);
    };
  }

  private OptionalDouble ratio(Results results, Application application) {
    return switch (kind) {
      case PREVIOUS -> results.ratioToPrevious(application, measure);
      case KEPT -> results.ratioToNone(application, measure);
      default -> results.ratio(application, measure);
    };
  }

  private @Nullable Spread spread(Results results) {
    if (application == null) {
      return null;
    }
    boolean absolute = kind == Kind.AT_LEAST || measure.isAbsolute();
    return absolute
        ? results.absolute(application, Agent.OURS, measure)
        : results.added(application, Agent.OURS, measure);
  }

  private static Limit must(Kind kind, Application application, Measure measure, double bound) {
    return new Limit(kind, application, measure, bound, true);
  }

  private static Limit aim(Kind kind, Application application, Measure measure, double bound) {
    return new Limit(kind, application, measure, bound, false);
  }
}
