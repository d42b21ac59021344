package dev.gossamer.api;

import dev.gossamer.config.AgentLog;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where families get their tracers and propagators from. The SDK starts on a thread of its own; the
 * first caller that is earlier than it waits, briefly, so that no span is lost.
 *
 * <p>Thread-safe.
 */
public final class Telemetry {
  /** How long an application thread may ever wait for the SDK, in milliseconds. */
  private static final long LONGEST_WAIT_MILLIS = 3000;

  private static final CountDownLatch STARTED = new CountDownLatch(1);
  private static final AtomicLong MISSED = new AtomicLong();
  private static final List<Runnable> WAITING = new ArrayList<>();
  private static volatile @Nullable OpenTelemetry installed;
  private static volatile boolean gaveUp;
  private static volatile @Nullable Thread starter;
  private static volatile @Nullable String waitsFor;
  private static volatile boolean attached;

  private Telemetry() {}

  /** Names the thread that starts the SDK: it never waits for itself. */
  public static void startedBy(Thread thread) {
    starter = thread;
  }

  /** Says that the application ran already when the agent came. */
  public static void attached() {
    attached = true;
  }

  /**
   * Whether the application ran already when the agent came: what runs for long may do so in code
   * that is not woven.
   */
  public static boolean isAttached() {
    return attached;
  }

  /**
   * Says whose code the start is in, for the line about a start that takes too long.
   *
   * @param whose null when it is the agent's own
   */
  public static void startWaitsFor(@Nullable String whose) {
    waitsFor = whose;
  }

  /** Publishes the started SDK, or the no-op one when it failed to start. */
  public static void install(OpenTelemetry openTelemetry) {
    synchronized (WAITING) {
      installed = openTelemetry;
    }
    STARTED.countDown();
    runWaiting();
  }

  /**
   * Runs the task when telemetry is there: at once, or on the thread that installs it, and perhaps
   * once more when the JVM ends meanwhile.
   */
  public static void whenStarted(Runnable task) {
    synchronized (WAITING) {
      if (installed == null) {
        WAITING.add(task);
        return;
      }
    }
    run(task);
  }

  /** Has run what waited for telemetry when it returns; nothing when that has not started. */
  public static void runWaiting() {
    List<Runnable> waiting;
    synchronized (WAITING) {
      if (installed == null) {
        return;
      }
      waiting = new ArrayList<>(WAITING);
    }
    for (Runnable task : waiting) {
      run(task);
    }
    synchronized (WAITING) {
      WAITING.removeAll(waiting);
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      AgentLog.warnOnce("what waited for telemetry failed: " + failure);
      AgentLog.debug("what waited for telemetry failed", failure);
    }
  }

  /** A tracer named after the instrumentation; cheap, but meant to be kept once it is asked for. */
  public static Tracer tracer(String instrumentation, String schemaUrl) {
    OpenTelemetry current = openTelemetry();
    if (installed == null) {
      return new LateTracer(instrumentation, schemaUrl);
    }
    return current
        .getTracerProvider()
        .tracerBuilder("dev.gossamer." + instrumentation)
        .setInstrumentationVersion(Version.AGENT)
        .setSchemaUrl(schemaUrl)
        .build();
  }

  /** A meter named like the instrumentation's tracer; null when nothing reads metrics. */
  public static @Nullable Meter meter(String instrumentation, String schemaUrl) {
    MeterProvider provider = openTelemetry().getMeterProvider();
    if (installed == null) {
      return new LateMeter(instrumentation, schemaUrl);
    }
    return provider == MeterProvider.noop()
        ? null
        : provider
            .meterBuilder("dev.gossamer." + instrumentation)
            .setInstrumentationVersion(Version.AGENT)
            .setSchemaUrl(schemaUrl)
            .build();
  }

  /** The configured propagators as one. */
  public static TextMapPropagator propagator() {
    return openTelemetry().getPropagators().getTextMapPropagator();
  }

  /** Whether asking for a tracer now returns at once with the real one. */
  public static boolean isStarted() {
    return installed != null;
  }

  /** How often telemetry was asked for and not there in time. */
  public static long missed() {
    return MISSED.get();
  }

  /** The installed telemetry; waits for it at most once per JVM, then answers with a no-op. */
  public static OpenTelemetry openTelemetry() {
    OpenTelemetry current = installed;
    return current != null ? current : await();
  }

  private static OpenTelemetry await() {
    if (!gaveUp && Thread.currentThread() != starter) {
      boolean interrupted = false;
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
      try {
        while (true) {
          try {
            giveUp(!STARTED.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            break;
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
    OpenTelemetry current = installed;
    if (current != null) {
      return current;
    }
    MISSED.incrementAndGet();
    return OpenTelemetry.noop();
  }

  private static synchronized void giveUp(boolean inVain) {
    String whose = waitsFor;
    if (inVain && !gaveUp && whose != null) {
      AgentLog.warn(
          whose
              + " still holds up the start after "
              + LONGEST_WAIT_MILLIS
              + " ms: no spans until it returns. The application goes on");
    }
    gaveUp |= inVain;
  }
}
