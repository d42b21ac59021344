package dev.gossamer.instrumentation.grizzly;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** A request comes to the server's handlers. */
final class HandleAdvice {
  private HandleAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(0) Request request) {
    return Requests.entered(request);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
