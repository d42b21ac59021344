package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.netty.channel.Channel;
import io.opentelemetry.context.Scope;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.jspecify.annotations.Nullable;

/** Around the writing of a request; what the application adds to it is asked for here. */
final class WriteAdvice {
  private WriteAdvice() {}

  @Enter
  static @Nullable Scope enter(
      @Argument(0) @Nullable NettyResponseFuture<?> future,
      @Argument(1) @Nullable Channel channel) {
    Exchange exchange = Exchange.of(future);
    if (exchange == null || future == null || channel == null) {
      return null;
    }
    exchange.write(future, channel);
    return exchange.makeCallerCurrent();
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
