package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** A thread works on a servlet request: at first below the server, later by itself. */
final class ServletHandleAdvice {
  private ServletHandleAdvice() {}

  @Enter
  static @Nullable Scope enter(@This Object channel) {
    return ServletChannels.entered(channel);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
