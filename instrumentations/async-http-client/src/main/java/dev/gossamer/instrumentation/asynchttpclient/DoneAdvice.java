package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.jspecify.annotations.Nullable;

/** The answer is complete: the handler and what waits for the future are told. */
final class DoneAdvice {
  private DoneAdvice() {}

  @Enter
  static @Nullable Scope enter(@This NettyResponseFuture<?> future) {
    Exchange exchange = Exchange.of(future);
    if (exchange == null) {
      return null;
    }
    exchange.done();
    return exchange.makeCallerCurrent();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
