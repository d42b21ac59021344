package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** An event loop serves many requests, and must not belong to the one that made it start. */
final class StartThreadAdvice {
  private StartThreadAdvice() {}

  @Enter
  static @Nullable Scope enter() {
    return Context.current() == Context.root() ? null : Context.root().makeCurrent();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
