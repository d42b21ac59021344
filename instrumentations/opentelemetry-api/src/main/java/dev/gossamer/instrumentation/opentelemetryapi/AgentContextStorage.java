package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** The application's contexts, kept in the agent's: both are current, or neither. */
final class AgentContextStorage implements ContextStorage {
  @Override
  public Scope attach(@Nullable Context context) {
    return context == null ? Scope.noop() : AgentContext.of(context).attach();
  }

  @Override
  public @Nullable Context current() {
    AgentContext current = AgentContext.current();
    return current == AgentContext.ROOT ? null : current;
  }

  @Override
  public Context root() {
    return AgentContext.ROOT;
  }
}
