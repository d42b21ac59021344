package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.jspecify.annotations.Nullable;

/** There will be no answer, or no more of it, on whatever thread that is found out. */
final class AbortAdvice {
  private AbortAdvice() {}

  @Enter
  static @Nullable Scope enter(
      @This NettyResponseFuture<?> future, @Argument(0) @Nullable Throwable thrown) {
    Exchange exchange = Exchange.of(future);
    if (exchange == null) {
      return null;
    }
    if (thrown == null) {
      exchange.done();
    } else {
      exchange.fail(future, thrown);
    }
    return exchange.makeCallerCurrent();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
