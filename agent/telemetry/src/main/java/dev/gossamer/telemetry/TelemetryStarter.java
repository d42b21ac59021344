package dev.gossamer.telemetry;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.OpenTelemetry;

/**
 * Starts telemetry on the agent's background thread: reads the settings, wires the SDK by hand,
 * publishes it ({@link Telemetry#install}), prints the start-up line. Then the same thread exports
 * spans until the JVM ends: {@link #run} returns only when there is nothing to export.
 *
 * <p>Never throws: whatever fails costs one line, and the application runs without spans.
 */
public final class TelemetryStarter implements Runnable {
  private static volatile long startedNanos = System.nanoTime();

  private final Settings settings;

  /** With the settings of this process. */
  public TelemetryStarter() {
    this(Settings.current());
  }

  TelemetryStarter(Settings settings) {
    this.settings = settings;
  }

  /** When premain began ({@link System#nanoTime}), for the start-up line. */
  public static void startedAt(long nanos) {
    startedNanos = nanos;
  }

  @Override
  public void run() {
    Thread thread = Thread.currentThread();
    Runnable exporting = null;
    try {
      // The application's class loader must be collectable, whoever started this thread.
      thread.setContextClassLoader(null);
      Telemetry.startedBy(thread);
      exporting = new TelemetryWiring(settings, startedNanos).start(thread);
    } catch (Throwable failure) {
      if (!Telemetry.isStarted()) {
        Telemetry.install(OpenTelemetry.noop());
      }
      AgentLog.warn(
          "no spans, because telemetry could not be started: "
              + FailureText.printable(failure.toString(), 300)
              + ". The application is not affected; OTEL_JAVAAGENT_DEBUG=true says more");
      AgentLog.debug("telemetry could not be started", failure);
    }
    if (exporting != null) {
      try {
        exporting.run();
      } catch (Throwable failure) {
        AgentLog.warn("no more spans: exporting ended with " + failure.getClass().getName());
        AgentLog.debug("exporting ended", failure);
      }
    }
  }
}
