package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/** Around the encoding of one part of a message. */
final class WriteAdvice {
  private WriteAdvice() {}

  @Enter
  static @Nullable ServerExchange enter(
      @This Object encoder,
      @Argument(0) ChannelHandlerContext ctx,
      @Argument(1) @Nullable Object message,
      @Argument(2) @Nullable ChannelPromise promise) {
    return message == null || promise == null
        ? null
        : Outbound.write(encoder, ctx, message, promise);
  }

  @Exit
  static void exit(
      @State @Nullable ServerExchange unwatched,
      @Argument(0) ChannelHandlerContext ctx,
      @Thrown @Nullable Throwable thrown) {
    if (unwatched != null) {
      unwatched.written(ctx.channel().isActive() && thrown == null);
    }
  }
}
