package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** A scheduled task runs, or is only put into its event loop's queue of those that are not due. */
final class RunScheduledAdvice {
  private RunScheduledAdvice() {}

  @Enter
  static @Nullable Scope enter(@This Object task) {
    return ScheduledContexts.enter(task);
  }

  @Exit
  static void exit(@This Object task, @State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
      ScheduledContexts.forgetIfDone(task);
    }
  }
}
