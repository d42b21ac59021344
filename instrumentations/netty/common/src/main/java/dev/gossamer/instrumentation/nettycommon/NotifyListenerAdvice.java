package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** A listener is told. */
final class NotifyListenerAdvice {
  private NotifyListenerAdvice() {}

  @Enter
  static @Nullable Scope enter(
      @Argument(0) @Nullable Object promise, @Argument(1) @Nullable Object listener) {
    if (promise == null || listener == null) {
      return null;
    }
    Context context = ListenerContexts.take(promise, listener);
    return context == null ? null : context.makeCurrent();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
