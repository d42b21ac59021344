package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** The connection is there, or the answer: on its thread, with what the application does then. */
final class StateChangeAdvice {
  private StateChangeAdvice() {}

  @Enter
  static @Nullable Scope enter(@This Object observer) {
    Subscribed request = Subscribed.of(observer);
    return request == null ? null : request.enter();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
