package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.netty.channel.ChannelHandlerContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Around the end of what could be read at once, where handlers that wait for a whole request stop
 * waiting and begin with what is there of it.
 */
final class ReadCompleteAdvice {
  private ReadCompleteAdvice() {}

  @Enter
  static @Nullable Context enter(@Argument(0) ChannelHandlerContext ctx) {
    return Inbound.readComplete(ctx);
  }

  @Exit
  static void exit(@State @Nullable Context before) {
    if (before != null) {
      Inbound.leave(before);
    }
  }
}
