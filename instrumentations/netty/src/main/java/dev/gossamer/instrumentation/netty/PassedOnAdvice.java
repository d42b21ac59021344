package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Around each step of a message from one handler to the next, so for most a look at its class. */
final class PassedOnAdvice {
  private PassedOnAdvice() {}

  @Enter
  static @Nullable Context enter(
      @This ChannelHandlerContext ctx, @Argument(0) @Nullable Object message) {
    return message instanceof DefaultHttpObject || message == LastHttpContent.EMPTY_LAST_CONTENT
        ? Inbound.passedOn(ctx, message)
        : null;
  }

  @Exit
  static void exit(@State @Nullable Context before) {
    if (before != null) {
      Inbound.leave(before);
    }
  }
}
