package dev.gossamer.api.bridge;

import dev.gossamer.config.AgentLog;

/** What is said of an application's own OpenTelemetry. Thread-safe. */
public final class BridgedTelemetry {
  private BridgedTelemetry() {}

  /** The application sets an SDK of its own; told once. */
  public static void ownSdk(String className) {
    AgentLog.warnOnce(
        "the application sets "
            .concat(className)
            .concat(" as its GlobalOpenTelemetry; calls through GlobalOpenTelemetry go to Gossamer")
            .concat(
                " instead, and what holds the SDK itself goes on exporting by itself: remove it")
            .concat(
                " for one pipeline, or set OTEL_INSTRUMENTATION_OPENTELEMETRY_API_ENABLED=false")
            .concat(" for two separate ones"));
  }
}
