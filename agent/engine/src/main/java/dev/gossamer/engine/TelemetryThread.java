package dev.gossamer.engine;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import io.opentelemetry.api.OpenTelemetry;
import java.util.function.LongConsumer;

/** Starts telemetry on a daemon thread, while the application's main goes on. */
final class TelemetryThread implements Runnable {
  /**
   * Has a public constructor and is Runnable: returns once it has started, or failed to. When it is
   * a LongConsumer too, it is told first when the agent was entered ({@link System#nanoTime}).
   */
  private static final String STARTER = "dev.gossamer.telemetry.TelemetryStarter";

  /** An extension may take as long as it likes. */
  private static final long LONGEST_WAIT_MILLIS = 10_000;

  private final InstrumentationClasses entries;
  private final long enteredNanos;

  TelemetryThread(InstrumentationClasses entries, long enteredNanos) {
    this.entries = entries;
    this.enteredNanos = enteredNanos;
  }

  /** Starts the thread; to be called once, or {@link #runToEnd}. */
  @Override
  public void run() {
    start();
  }

  /** Starts the thread and waits for its end, for some time. */
  void runToEnd() {
    try {
      start().join(LONGEST_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread start() {
    Runnable start =
        new Runnable() {
          @Override
          public void run() {
            startTelemetry();
          }
        };
    Thread thread = new Thread(null, start, "gossamer");
    thread.setDaemon(true);
    // The application's loader must not be kept alive by a thread of ours.
    thread.setContextClassLoader(null);
    Telemetry.startedBy(thread);
    thread.start();
    return thread;
  }

  private void startTelemetry() {
    try {
      Runnable starter =
          (Runnable)
              Class.forName(STARTER, true, TelemetryThread.class.getClassLoader())
                  .getConstructor()
                  .newInstance();
      if (starter instanceof LongConsumer) {
        ((LongConsumer) starter).accept(enteredNanos);
      }
      starter.run();
    } catch (Throwable failed) {
      Telemetry.install(OpenTelemetry.noop());
      AgentLog.warn(
          "telemetry could not start, nothing will be exported; the application is not affected: "
              .concat(failed.toString()));
      AgentLog.debug("telemetry could not start", failed);
    } finally {
      // From here on the unpacked classes are needed no more than any others.
      entries.settle();
    }
  }
}
