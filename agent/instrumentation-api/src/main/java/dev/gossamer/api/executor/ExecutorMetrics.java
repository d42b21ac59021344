package dev.gossamer.api.executor;

import dev.gossamer.api.Failures;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM's pools of threads are doing, by the names that Micrometer gives these metrics: the
 * semantic conventions have none. Pools are told apart by what their threads are called; those of
 * one name are added up, so that however many are made, there are few points. No pool is kept
 * alive. Thread-safe.
 */
public final class ExecutorMetrics {
  static final String INSTRUMENTATION = "executor-metrics";

  /** Names beyond these are one. */
  private static final int MOST_NAMES = 100;

  private static final String OTHER = "_OTHER";

  private static final ObjectState<Object, ObservedExecutor<?>> KNOWN = new ObjectState<>();
  private static final ConcurrentLinkedQueue<ObservedExecutor<?>> OBSERVED =
      new ConcurrentLinkedQueue<>();
  private static final ConcurrentHashMap<String, ExecutorTotals> TOTALS = new ConcurrentHashMap<>();
  private static final @Nullable ExecutorMetrics INSTRUMENTS = make();

  private final ObservableLongMeasurement active;
  private final ObservableLongMeasurement size;
  private final ObservableLongMeasurement max;
  private final ObservableLongMeasurement parallelism;
  private final ObservableLongMeasurement queued;
  private final ObservableLongMeasurement completed;

  private ExecutorMetrics(Meter meter) {
    active = number(meter, "active", "thread", "The number of threads that are running tasks.");
    size = number(meter, "pool.size", "thread", "The number of threads in the pool.");
    max = number(meter, "pool.max", "thread", "The most threads that the pool may have.");
    parallelism =
        number(
            meter,
            "parallelism",
            "thread",
            "The number of threads that a fork/join pool means to keep running.");
    queued = number(meter, "queued", "task", "The number of tasks that wait for a thread.");
    completed =
        meter
            .counterBuilder("executor.completed")
            .setUnit("{task}")
            .setDescription("The number of tasks that are done.")
            .buildObserver();
    meter.batchCallback(this::collect, active, size, max, parallelism, queued, completed);
  }

  private static @Nullable ExecutorMetrics make() {
    Meter meter = Telemetry.meter(INSTRUMENTATION, "");
    return meter == null ? null : new ExecutorMetrics(meter);
  }

  private static ObservableLongMeasurement number(
      Meter meter, String name, String counted, String description) {
    return meter
        .upDownCounterBuilder("executor." + name)
        .setUnit('{' + counted + '}')
        .setDescription(description)
        .buildObserver();
  }

  /** The current thread begins to work for this pool. */
  public static void working(ThreadPoolExecutor pool) {
    if (INSTRUMENTS != null && KNOWN.get(pool) == null) {
      observe(pool, new ObservedThreadPool(pool, totals()));
    }
  }

  /** The current thread begins to work for this pool. */
  public static void working(ForkJoinPool pool) {
    if (INSTRUMENTS != null && KNOWN.get(pool) == null) {
      observe(pool, new ObservedForkJoinPool(pool, totals()));
    }
  }

  private static void observe(Object pool, ObservedExecutor<?> observed) {
    if (KNOWN.setIfAbsent(pool, observed) == observed) {
      OBSERVED.add(observed);
    }
  }

  private static ExecutorTotals totals() {
    String name = name(Thread.currentThread().getName());
    ExecutorTotals known = TOTALS.get(name);
    if (known != null) {
      return known;
    }
    String kept = TOTALS.size() < MOST_NAMES ? name : OTHER;
    return TOTALS.computeIfAbsent(kept, ExecutorTotals::new);
  }

  /**
   * What is common to the names of a pool's threads, and of pools that are made like it: without
   * the number at the end, and with {@code *} for every other number.
   */
  static String name(String thread) {
    StringBuilder name = new StringBuilder(thread.length());
    int end = 0;
    boolean number = false;
    for (int i = 0; i < thread.length(); i++) {
      char c = thread.charAt(i);
      if (c < '0' || c > '9') {
        number = false;
        name.append(c);
        if (Character.isLetter(c) || c == ')' || c == ']') {
          end = name.length();
        }
      } else if (!number) {
        number = true;
        name.append('*');
      }
    }
    return end == 0 ? OTHER : name.substring(0, end);
  }

  private void collect() {
    for (ExecutorTotals totals : TOTALS.values()) {
      totals.begin();
    }
    Iterator<ObservedExecutor<?>> executors = OBSERVED.iterator();
    while (executors.hasNext()) {
      try {
        if (!executors.next().ask()) {
          executors.remove();
        }
      } catch (Throwable failure) {
        // An application's own subclass may do anything.
        Failures.note(INSTRUMENTATION, failure);
      }
    }
    for (ExecutorTotals totals : TOTALS.values()) {
      record(active, totals.active, totals);
      record(size, totals.size, totals);
      record(max, totals.max, totals);
      record(parallelism, totals.parallelism, totals);
      record(queued, totals.queued, totals);
      record(completed, totals.completed(), totals);
    }
  }

  private static void record(ObservableLongMeasurement to, long value, ExecutorTotals totals) {
    if (value >= 0) {
      to.record(value, totals.attributes);
    }
  }
}
