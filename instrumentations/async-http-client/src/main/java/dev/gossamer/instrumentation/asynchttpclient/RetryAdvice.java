package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.jspecify.annotations.Nullable;

/** A request is sent once more, which the application is told. */
final class RetryAdvice {
  private RetryAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(0) @Nullable NettyResponseFuture<?> future) {
    Exchange exchange = Exchange.of(future);
    return exchange == null ? null : exchange.makeCallerCurrent();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
