package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.opentelemetry.context.Scope;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.jspecify.annotations.Nullable;

/** Around what is done with a part of an answer: the application's handler gets it. */
final class ReadAdvice {
  private ReadAdvice() {}

  @Enter
  static @Nullable Scope enter(@Argument(1) @Nullable NettyResponseFuture<?> future) {
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
