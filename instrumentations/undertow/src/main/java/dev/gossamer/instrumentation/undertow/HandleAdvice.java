package dev.gossamer.instrumentation.undertow;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/** A thread works on an exchange: the first, or one to which it was dispatched. */
final class HandleAdvice {
  private HandleAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(1) HttpServerExchange exchange) {
    return Exchanges.entered(exchange);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
