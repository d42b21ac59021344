package dev.gossamer.instrumentation.opentelemetryreactor;

import dev.gossamer.api.bridge.StoredContexts;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** The agent's side of the application's contexts: what is current when they are. */
final class Agents {
  private Agents() {}

  static Object side(Context context) {
    try (Scope ignored = context.makeCurrent()) {
      return StoredContexts.current();
    }
  }
}
