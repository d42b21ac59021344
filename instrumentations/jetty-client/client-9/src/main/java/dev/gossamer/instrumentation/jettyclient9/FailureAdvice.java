package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.eclipse.jetty.client.api.Response;
import org.jspecify.annotations.Nullable;

/** The send failed; listeners hear of it in the caller's context. */
final class FailureAdvice {
  private FailureAdvice() {}

  @Enter
  static @Nullable Scope enter(
      @Argument(1) @Nullable Response response, @Argument(2) @Nullable Throwable failure) {
    Send send = response == null ? null : Send.of(response.getRequest());
    if (send == null || response == null) {
      return null;
    }
    send.failed(response.getRequest(), failure);
    return send.enterCaller();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
