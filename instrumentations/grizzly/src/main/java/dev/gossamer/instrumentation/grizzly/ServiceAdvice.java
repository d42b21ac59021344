package dev.gossamer.instrumentation.grizzly;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import io.opentelemetry.context.Scope;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** A handler works on a request, perhaps in a thread of a pool. */
final class ServiceAdvice {
  private ServiceAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(0) Request request) {
    return Requests.resumed(request);
  }

  @Exit
  static void exit(
      @Argument(0) Request request,
      @State @Nullable Scope scope,
      @Thrown @Nullable Throwable thrown) {
    if (scope != null) {
      scope.close();
    }
    if (thrown != null) {
      Requests.failed(request, thrown);
    }
  }
}
