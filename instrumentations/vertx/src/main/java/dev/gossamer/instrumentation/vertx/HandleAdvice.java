package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request of HTTP/1.1 is handled. The first releases of Vert.x 4 handle pipelined requests in the
 * connection's Vert.x context, not in the request's own.
 */
final class HandleAdvice {
  private HandleAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(0) HttpServerRequest request) {
    Context context = RequestContexts.of(request);
    return context == null || context == Context.current() ? null : context.makeCurrent();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
