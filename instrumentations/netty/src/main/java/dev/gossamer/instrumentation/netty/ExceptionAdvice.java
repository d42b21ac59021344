package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/** A handler threw, or something went wrong with the connection. */
final class ExceptionAdvice {
  private ExceptionAdvice() {}

  @Enter
  static void enter(@This ChannelHandlerContext ctx, @Argument(0) @Nullable Throwable thrown) {
    if (thrown != null) {
      Inbound.failed(ctx, thrown);
    }
  }
}
