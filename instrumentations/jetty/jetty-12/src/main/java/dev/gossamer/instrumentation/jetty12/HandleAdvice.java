package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Around all handlers of a request. */
final class HandleAdvice {
  private HandleAdvice() {}

  @Enter
  static @Nullable Scope enter(
      @Argument(0) Request request, @Argument(1) Response response, @Argument(2) Callback done) {
    return Handling.start(request, response, done);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
