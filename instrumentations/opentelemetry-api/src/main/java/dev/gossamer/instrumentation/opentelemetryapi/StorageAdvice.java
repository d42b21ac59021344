package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import io.opentelemetry.context.ContextStorage;
import org.jspecify.annotations.Nullable;

/** The API chooses where contexts are kept; wrappers of the application are put around that. */
final class StorageAdvice {
  private StorageAdvice() {}

  @Exit
  static ContextStorage exit(@Returned @Nullable ContextStorage chosen) {
    return new AgentContextStorage();
  }
}
