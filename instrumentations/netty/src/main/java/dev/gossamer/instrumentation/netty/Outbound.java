package dev.gossamer.instrumentation.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObjectEncoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import org.jspecify.annotations.Nullable;

/** What is written. */
final class Outbound {
  private Outbound() {}

  /** The exchange that this message answers in full, if the promise cannot tell when it is sent. */
  static @Nullable ServerExchange write(
      Object encoder, ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    ServerConnection server = ServerConnection.of(ctx.channel());
    if (server == null) {
      return null;
    }
    // Above the codec of a connection others may encode; on a stream there is one request only.
    boolean codec =
        encoder instanceof HttpObjectEncoder
            ? encoder instanceof HttpResponseEncoder
            : server.isStream();
    return codec ? server.write(message, promise) : null;
  }
}
