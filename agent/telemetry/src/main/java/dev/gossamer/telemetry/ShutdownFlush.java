package dev.gossamer.telemetry;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gets the last of every signal out when the JVM ends, and holds it up for no longer than is worth
 * it: a collector that answers gets five seconds, one that was never reached two, one that is known
 * to be away a half. Exporting goes on, in a hurry, as long as other hooks keep the JVM alive.
 */
final class ShutdownFlush extends Thread {
  private static final long ANSWERING_MILLIS = 5000;
  private static final long UNKNOWN_MILLIS = 2000;
  private static final long FAILING_MILLIS = 500;

  private final List<Exporting> signals;

  ShutdownFlush(List<Exporting> signals) {
    super("gossamer-shutdown");
    this.signals = signals;
    setContextClassLoader(null);
  }

  /** Has it run when the JVM ends; does nothing if that is what it is doing already. */
  void register() {
    try {
      Runtime.getRuntime().addShutdownHook(this);
    } catch (IllegalStateException | SecurityException e) {
      AgentLog.debug("no flush at the end of the JVM", e);
    }
  }

  @Override
  public void run() {
    long begun = System.nanoTime();
    Telemetry.runWaiting();
    List<CompletableResultCode> flushes = new ArrayList<>(signals.size());
    for (Exporting signal : signals) {
      signal.hurry();
      flushes.add(signal.forceFlush());
    }
    // All at once: they have one collector, and the JVM waits once.
    for (int i = 0; i < flushes.size(); i++) {
      ExportReport report = signals.get(i).report();
      long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      flushes.get(i).join(Math.max(0, patienceMillis(report) - passed), TimeUnit.MILLISECONDS);
      if (!flushes.get(i).isDone()) {
        report.cutShort();
      }
    }
  }

  private static long patienceMillis(ExportReport report) {
    if (report.isFailing()) {
      return FAILING_MILLIS;
    }
    return report.hasSucceeded() ? ANSWERING_MILLIS : UNKNOWN_MILLIS;
  }
}
