package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.jspecify.annotations.Nullable;

/** A connection is needed for what is to be sent. */
final class ConnectAdvice {
  private ConnectAdvice() {}

  @Enter
  static @Nullable Exchange enter(@Argument(2) @Nullable NettyResponseFuture<?> future) {
    Exchange exchange = Exchange.of(future);
    if (exchange != null && future != null) {
      exchange.begin(future);
    }
    return exchange;
  }

  /** What it throws, the application gets instead of the future. */
  @Exit
  static void exit(
      @State @Nullable Exchange exchange,
      @Argument(2) @Nullable NettyResponseFuture<?> future,
      @Thrown @Nullable Throwable thrown) {
    if (thrown != null && exchange != null && future != null) {
      exchange.fail(future, thrown);
    }
  }
}
