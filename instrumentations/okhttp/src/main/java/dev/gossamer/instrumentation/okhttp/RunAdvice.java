package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** An enqueued call is handed to the pool, or runs there, callback included. */
final class RunAdvice {
  private RunAdvice() {}

  @Enter
  static @Nullable Scope enter(@This Object asyncCall) {
    return CallerContext.enter(asyncCall);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
