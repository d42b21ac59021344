package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/** Tomcat calls an asynchronous request's listeners, outside the engine. */
final class AsyncDispatchAdvice {
  private AsyncDispatchAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(0) Request request) {
    return Requests.resumed(request);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
