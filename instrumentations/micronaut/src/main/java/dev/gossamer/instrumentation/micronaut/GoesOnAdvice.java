package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** A request gets its connection, or none, and goes on within this call. */
final class GoesOnAdvice {
  private GoesOnAdvice() {}

  @Enter
  static @Nullable Scope enter(@This Object waiting) {
    return CallerContext.enter(waiting);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
