package dev.gossamer.instrumentation.jettyclient12;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.eclipse.jetty.client.Response;
import org.jspecify.annotations.Nullable;

/** The head of an answer was read; listeners hear of it in the caller's context. */
final class HeadersAdvice {
  private HeadersAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(0) @Nullable Response response) {
    Send send = response == null ? null : Send.of(response.getRequest());
    if (send == null || response == null) {
      return null;
    }
    send.answered(response.getRequest(), response);
    return send.enterCaller();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
