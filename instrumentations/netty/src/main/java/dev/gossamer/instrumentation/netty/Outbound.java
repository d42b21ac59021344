package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.http.HttpClientSend;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObjectEncoder;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import org.jspecify.annotations.Nullable;

/** What is written. */
final class Outbound {
  private Outbound() {}

  /** The exchange that this message answers in full, if the promise cannot tell when it is sent. */
  static @Nullable ServerExchange write(
      Object encoder, ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (encoder instanceof HttpResponseEncoder) {
      return answer(ctx, message, promise);
    }
    if (encoder instanceof HttpRequestEncoder) {
      if (message instanceof HttpRequest) {
        ClientConnection.using(ctx, false)
            .send((HttpRequest) message, promise, HttpClientSend.next(ctx.channel()));
      }
      return null;
    }
    if (encoder instanceof HttpObjectEncoder || !Http2Streams.isCodec(ctx.handler())) {
      return null;
    }
    if (message instanceof HttpRequest) {
      ClientConnection.using(ctx, true)
          .send((HttpRequest) message, promise, HttpClientSend.next(ctx.channel()));
      return null;
    }
    return answer(ctx, message, promise);
  }

  private static @Nullable ServerExchange answer(
      ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    ServerConnection server = ServerConnection.of(ctx.channel());
    return server == null ? null : server.write(message, promise);
  }
}
