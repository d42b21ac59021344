package dev.gossamer.instrumentation.jetty;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/** A thread works on a request: its handlers, listeners, callbacks and error pages. */
final class HandleAdvice {
  private HandleAdvice() {}

  @Enter
  static @Nullable Scope enter(@This HttpChannel channel) {
    return Channels.entered(channel);
  }

  @Exit
  static void exit(@This HttpChannel channel, @State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
      Channels.left(channel);
    }
  }
}
