package dev.gossamer.telemetry;

import dev.gossamer.config.AgentLog;

/** What the one lasting thread of the agent does: it exports until the JVM ends. Never throws. */
final class ExportLoop implements Runnable {
  private final ExportingSpanProcessor processor;

  ExportLoop(ExportingSpanProcessor processor) {
    this.processor = processor;
  }

  @Override
  public void run() {
    try {
      processor.run();
    } catch (Throwable failure) {
      AgentLog.warn("no more spans: exporting ended with " + failure.getClass().getName());
      AgentLog.debug("exporting ended", failure);
    }
  }
}
