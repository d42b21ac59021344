package dev.gossamer.telemetry;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.OpenTelemetry;
import java.util.function.LongConsumer;

/**
 * Starts telemetry on the agent's background thread: reads the settings, wires the SDK by hand,
 * publishes it ({@link Telemetry#install}), prints the start-up line, and starts the thread that
 * exports, if anything is exported.
 *
 * <p>Never throws: whatever fails costs one line, and the application runs without spans.
 */
public final class TelemetryStarter implements Runnable, LongConsumer {
  private final Settings settings;
  private long premainNanos = System.nanoTime();

  /** With the settings of this process. */
  public TelemetryStarter() {
    settings = Settings.current();
  }

  /** When premain began ({@link System#nanoTime}), for the start-up line. */
  @Override
  public void accept(long nanos) {
    premainNanos = nanos;
  }

  @Override
  public void run() {
    try {
      Telemetry.startedBy(Thread.currentThread());
      // In a class of its own, since this one must load even where the SDK does not.
      new TelemetryWiring(settings, premainNanos).start();
    } catch (Throwable failure) {
      if (!Telemetry.isStarted()) {
        Telemetry.install(OpenTelemetry.noop());
      }
      AgentLog.warn(
          "no spans, because telemetry could not be started: "
              + failure
              + ". The application is not affected; OTEL_JAVAAGENT_DEBUG=true says more");
      AgentLog.debug("telemetry could not be started", failure);
    }
  }
}
