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

  private final InstrumentationClasses entries;
  private final long premainNanos;

  TelemetryThread(InstrumentationClasses entries, long premainNanos) {
    this.entries = entries;
    this.premainNanos = premainNanos;
  }

  /** Starts the thread; to be called once. */
  @Override
  public void run() {
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
  }

  private void startTelemetry() {
    try {
      Runnable starter =
          (Runnable)
              Class.forName(STARTER, true, TelemetryThread.class.getClassLoader())
                  .getConstructor()
                  .newInstance();
      if (starter instanceof LongConsumer) {
        ((LongConsumer) starter).accept(premainNanos);
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
