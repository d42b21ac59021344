package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import io.opentelemetry.context.Scope;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/** A request on its way to its host, application and servlet, or back in another thread. */
final class EngineAdvice {
  private EngineAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(0) Request request) {
    return Requests.entered(request);
  }

  @Exit
  static void exit(
      @Argument(0) Request request,
      @State @Nullable Scope scope,
      @Thrown @Nullable Throwable thrown) {
    Requests.left(request, thrown);
    if (scope != null) {
      scope.close();
    }
  }
}
