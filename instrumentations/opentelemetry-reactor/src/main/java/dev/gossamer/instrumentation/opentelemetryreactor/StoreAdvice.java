package dev.gossamer.instrumentation.opentelemetryreactor;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.bridge.StoredContexts;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The application stores a context of its own: the agent's side of it is stored beside it. */
final class StoreAdvice {
  private StoreAdvice() {}

  @Exit
  static reactor.util.context.@Nullable Context exit(
      @Argument(1) @Nullable Context stored,
      @Returned reactor.util.context.@Nullable Context returned) {
    return stored == null || returned == null
        ? returned
        : returned.put(StoredContexts.KEY, Agents.side(stored));
  }
}
