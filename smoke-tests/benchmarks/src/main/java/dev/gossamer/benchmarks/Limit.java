package dev.gossamer.benchmarks;

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
    /** At least so much. */
    AT_LEAST,
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
          new Limit(Kind.JAR, null, Measure.CLASSES, 4, true),
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
      case RATIO -> {
        OptionalDouble ratio =
            application == null ? OptionalDouble.empty() : results.ratio(application, measure);
        yield ratio.isEmpty()
            ? null
            : new Verdict(this, ratio.getAsDouble(), ratio.getAsDouble() <= bound);
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
    return kind == Kind.JAR || application == null
        ? "size of the jar"
        : application.title() + ": " + measure.title();
  }

  String boundText() {
    return switch (kind) {
      case ADDED -> "at most " + measure.formatAdded(bound);
      case AT_LEAST -> "at least " + measure.format(bound);
      case RATIO -> String.format(Locale.ROOT, "at most %.2f of the best peer", bound);
      case JAR -> String.format(Locale.ROOT, "at most %.0f MiB", bound);
    };
  }

  String measuredText(double measured) {
    return switch (kind) {
      case ADDED -> measure.formatAdded(measured);
      case AT_LEAST -> measure.format(measured);
      case RATIO -> String.format(Locale.ROOT, "%.3f", measured);
      case JAR -> String.format(Locale.ROOT, "%.2f MiB", measured);
    };
  }

  private @Nullable Spread spread(Results results) {
    if (application == null) {
      return null;
    }
    boolean absolute = kind == Kind.AT_LEAST || measure.isDifference();
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
