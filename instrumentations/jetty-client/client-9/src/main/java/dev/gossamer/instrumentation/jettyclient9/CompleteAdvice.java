package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.eclipse.jetty.client.api.Result;
import org.jspecify.annotations.Nullable;

/** The send is over; listeners hear of it in the caller's context, and may send again. */
final class CompleteAdvice {
  private CompleteAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(1) @Nullable Result result) {
    Send send = result == null ? null : Send.of(result.getRequest());
    if (send == null || result == null) {
      return null;
    }
    send.failed(result.getRequest(), result.getFailure());
    return send.enterCaller();
  }

  @Exit
  static void exit(@Argument(1) @Nullable Result result, @State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
    Send send = result == null ? null : Send.of(result.getRequest());
    if (send != null && result != null) {
      send.completed(result.getRequest());
    }
  }
}
