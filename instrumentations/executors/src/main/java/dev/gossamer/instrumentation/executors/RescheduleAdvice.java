package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A task of a trigger schedules its next run, once each time: like any periodic task it belongs to
 * nobody's request, or the first one's context would be handed on for ever.
 */
final class RescheduleAdvice {
  private RescheduleAdvice() {}

  @Enter
  static @Nullable Scope enter() {
    Context root = Context.root();
    return Context.current() == root ? null : root.makeCurrent();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
