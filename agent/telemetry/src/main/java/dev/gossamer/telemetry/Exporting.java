package dev.gossamer.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;

/** What exports one signal on a thread of its own until the JVM ends. Thread-safe. */
interface Exporting extends Runnable {
  /** From now on there is no waiting: the JVM is going down. */
  void hurry();

  /** Done when what was there has been exported, or was lost in the attempt. */
  CompletableResultCode forceFlush();

  /** What becomes of it. */
  ExportReport report();
}
