package dev.gossamer.instrumentation.reactor;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** A task runs, maybe in the turn of a worker that another one started. */
final class TaskRunAdvice {
  private TaskRunAdvice() {}

  @Enter
  static @Nullable Scope enter(@This Object task) {
    return TaskContext.enter(task);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
