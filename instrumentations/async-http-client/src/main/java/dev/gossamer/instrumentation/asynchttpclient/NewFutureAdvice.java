package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.asynchttpclient.netty.NettyResponseFuture;

/** The application asks for something, on its own thread. */
final class NewFutureAdvice {
  private NewFutureAdvice() {}

  @Exit
  static void exit(@This NettyResponseFuture<?> future) {
    Exchange.asked(future);
  }
}
