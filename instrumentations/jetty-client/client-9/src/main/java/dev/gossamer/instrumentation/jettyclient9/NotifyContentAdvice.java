package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.eclipse.jetty.client.api.Response;
import org.jspecify.annotations.Nullable;

/** Listeners hear of content in the caller's context. */
final class NotifyContentAdvice {
  private NotifyContentAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(0) @Nullable Response response) {
    Send send = response == null ? null : Send.of(response.getRequest());
    return send == null ? null : send.enterCaller();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
