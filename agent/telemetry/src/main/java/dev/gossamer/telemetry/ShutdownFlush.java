package dev.gossamer.telemetry;

import dev.gossamer.config.AgentLog;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.concurrent.TimeUnit;

/**
 * Gets the last spans out when the JVM ends, and holds it up for no longer than is worth it: a
 * collector that answers gets five seconds, one that was never reached two, one that is known to be
 * away a half. Exporting goes on, in a hurry, as long as other hooks keep the JVM alive.
 */
final class ShutdownFlush extends Thread {
  private static final long ANSWERING_MILLIS = 5000;
  private static final long UNKNOWN_MILLIS = 2000;
  private static final long FAILING_MILLIS = 500;

  private final ExportingSpanProcessor processor;
  private final ExportReport report;

  ShutdownFlush(ExportingSpanProcessor processor, ExportReport report) {
    super("gossamer-shutdown");
    this.processor = processor;
    this.report = report;
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
    processor.hurry();
    CompletableResultCode flush = processor.forceFlush();
    flush.join(patienceMillis(), TimeUnit.MILLISECONDS);
    if (!flush.isDone()) {
      report.cutShort();
    }
  }

  private long patienceMillis() {
    if (report.isFailing()) {
      return FAILING_MILLIS;
    }
    return report.hasSucceeded() ? ANSWERING_MILLIS : UNKNOWN_MILLIS;
  }
}
