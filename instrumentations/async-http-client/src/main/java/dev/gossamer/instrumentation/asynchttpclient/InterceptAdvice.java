package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import io.netty.handler.codec.http.HttpResponse;
import org.asynchttpclient.HttpResponseStatus;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.jspecify.annotations.Nullable;

/** The head of an answer is there, and the client looks whether it deals with it by itself. */
final class InterceptAdvice {
  private InterceptAdvice() {}

  @Enter
  static @Nullable Send enter(
      @Argument(1) @Nullable NettyResponseFuture<?> future,
      @Argument(3) @Nullable HttpResponse response,
      @Argument(4) @Nullable HttpResponseStatus status) {
    Exchange exchange = Exchange.of(future);
    Send send = exchange == null ? null : exchange.answering();
    if (send != null && response != null && status != null) {
      send.answered(status, response.headers());
    }
    return send;
  }

  @Exit
  static void exit(@State @Nullable Send send, @Returned boolean intercepted) {
    if (intercepted && send != null) {
      send.dealtWith();
    }
  }
}
