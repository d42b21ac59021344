package dev.gossamer.instrumentation.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.LastHttpContent;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read. Answers with the context to go back to when the handlers are done with a message,
 * or null when there is nothing to go back from. Going back restores what was there, whatever
 * handlers left behind.
 */
final class Inbound {
  private Inbound() {}

  static @Nullable Context decoded(ChannelHandlerContext ctx, List<?> messages, int count) {
    Object first = messages.get(0);
    if (first instanceof ByteBuf || !(first instanceof HttpObject)) {
      return null;
    }
    Channel channel = ctx.channel();
    boolean last = messages.get(count - 1) instanceof LastHttpContent;
    if (first instanceof HttpRequest) {
      HttpRequest request = (HttpRequest) first;
      // RTSP has the same codec.
      if (!request.protocolVersion().protocolName().equals("HTTP")) {
        return null;
      }
      return enter(ServerConnection.serving(ctx, false).received(request), last);
    }
    ClientConnection client = ClientConnection.of(channel);
    if (client != null) {
      return enter(
          client.received(first instanceof HttpResponse ? (HttpResponse) first : null, last));
    }
    ServerConnection server = ServerConnection.of(channel);
    return server == null ? null : enter(server.receiving(), last);
  }

  /** For a request of which more is to come. */
  static @Nullable Context readComplete(ChannelHandlerContext ctx) {
    ServerConnection server = ServerConnection.of(ctx.channel());
    ServerExchange exchange = server == null ? null : server.receiving();
    return exchange == null || exchange.isReceived() || exchange.isCurrent()
        ? null
        : enter(exchange);
  }

  static @Nullable Context passedOn(ChannelHandlerContext ctx, Object message) {
    Channel channel = ctx.channel();
    ServerConnection server = ServerConnection.of(channel);
    if (message instanceof HttpRequest) {
      if (server != null) {
        ServerExchange exchange = server.delivering((HttpRequest) message);
        return exchange == null || exchange.isCurrent() ? null : enter(exchange);
      }
      return Http2Streams.isCodec(ctx.handler())
          ? enter(ServerConnection.serving(ctx, true).received((HttpRequest) message))
          : null;
    }
    if (server != null) {
      ServerExchange exchange = server.delivering();
      return exchange == null || exchange.isCurrent() || isByteCodec(ctx.handler())
          ? null
          : enter(exchange);
    }
    if (!Http2Streams.isCodec(ctx.handler())) {
      return null;
    }
    ClientConnection client = ClientConnection.answering(ctx);
    if (client == null) {
      return null;
    }
    HttpResponse response = message instanceof HttpResponse ? (HttpResponse) message : null;
    return enter(client.received(response, message instanceof LastHttpContent));
  }

  /** What these decode may belong to a later request than the one that is being delivered. */
  private static boolean isByteCodec(ChannelHandler handler) {
    return handler instanceof HttpServerCodec || handler instanceof HttpRequestDecoder;
  }

  static void delivered(ChannelHandlerContext ctx, Context before) {
    leave(before);
    ServerConnection server = ServerConnection.of(ctx.channel());
    if (server != null) {
      server.delivered();
    }
  }

  static void leave(Context before) {
    if (Context.current() != before) {
      before.makeCurrent();
    }
  }

  static void failed(ChannelHandlerContext ctx, Throwable thrown) {
    ServerConnection server = ServerConnection.of(ctx.channel());
    if (server != null) {
      server.failed(thrown);
      return;
    }
    ClientConnection client = ClientConnection.of(ctx.channel());
    if (client != null) {
      client.failed(thrown);
    }
  }

  private static @Nullable Context enter(@Nullable ServerExchange exchange, boolean last) {
    if (exchange != null && last) {
      exchange.received();
    }
    return enter(exchange);
  }

  private static @Nullable Context enter(@Nullable ServerExchange exchange) {
    return exchange == null ? null : enter(exchange.context());
  }

  private static @Nullable Context enter(@Nullable ClientExchange exchange) {
    return exchange == null ? null : enter(exchange.caller());
  }

  private static @Nullable Context enter(@Nullable Context context) {
    if (context == null) {
      return null;
    }
    Context before = Context.current();
    context.makeCurrent();
    return before;
  }
}
