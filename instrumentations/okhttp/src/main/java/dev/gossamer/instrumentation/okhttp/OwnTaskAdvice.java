package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp starts a task that serves all its connections, for minutes maybe: it must not keep the
 * request in whose course that happens to be.
 */
final class OwnTaskAdvice {
  private OwnTaskAdvice() {}

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
