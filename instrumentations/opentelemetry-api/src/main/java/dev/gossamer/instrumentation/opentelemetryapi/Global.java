package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedTelemetry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;

/** What {@code GlobalOpenTelemetry} holds. */
final class Global {
  private static final OpenTelemetry TELEMETRY = new AgentOpenTelemetry();

  private static volatile boolean set;

  private Global() {}

  static void ensure() {
    if (!set) {
      set = true;
      try {
        GlobalOpenTelemetry.set(TELEMETRY);
      } catch (IllegalStateException alreadySet) {
        // By the application, which got ours in the place of its own.
      }
    }
  }

  static void forget() {
    set = false;
  }

  /** The agent's; an SDK of the application's goes on for whoever holds it. */
  static OpenTelemetry insteadOf(OpenTelemetry own) {
    set = true;
    if (own != TELEMETRY && own.getTracerProvider() != TracerProvider.noop()) {
      BridgedTelemetry.ownSdk(own.getClass().getName());
    }
    return TELEMETRY;
  }
}
