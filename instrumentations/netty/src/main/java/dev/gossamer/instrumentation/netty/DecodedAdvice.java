package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import io.netty.channel.ChannelHandlerContext;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Around the delivery of what a decoder of bytes made in one go: parts of one message at most. */
final class DecodedAdvice {
  private DecodedAdvice() {}

  @Enter
  static @Nullable Context enter(
      @Argument(0) ChannelHandlerContext ctx,
      @Argument(1) List<?> messages,
      @Argument(2) int count) {
    return count == 0 ? null : Inbound.decoded(ctx, messages, count);
  }

  @Exit
  static void exit(@Argument(0) ChannelHandlerContext ctx, @State @Nullable Context before) {
    if (before != null) {
      Inbound.delivered(ctx, before);
    }
  }
}
