package dev.gossamer.telemetry;

import dev.gossamer.config.AgentLog;

/**
 * What a lasting thread of the agent does: it exports a signal until the JVM ends. Never throws.
 */
final class ExportLoop implements Runnable {
  private final Exporting exporting;
  private final String signal;

  private ExportLoop(Exporting exporting, String signal) {
    this.exporting = exporting;
    this.signal = signal;
  }

  /** Starts its thread. */
  static void start(Exporting exporting, String signal) {
    thread(exporting, signal).start();
  }

  /** Its thread, not yet started. */
  static Thread thread(Exporting exporting, String signal) {
    Thread thread = new Thread(null, new ExportLoop(exporting, signal), "gossamer-" + signal);
    thread.setDaemon(true);
    // The application's class loader must be collectable.
    thread.setContextClassLoader(null);
    return thread;
  }

  @Override
  public void run() {
    try {
      exporting.run();
    } catch (Throwable failure) {
      AgentLog.warn("no more " + signal + ": exporting ended with " + failure.getClass().getName());
      AgentLog.debug("exporting ended", failure);
    }
  }
}
