package dev.gossamer.instrumentation.netty;

import dev.gossamer.testing.app.TestApp;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers in all the ways that Netty leaves to an application. */
@SuppressWarnings("deprecation") // What 4.1 and 4.2 both have.
final class NettyExchangesApp {
  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(2);
  private static final CopyOnWriteArrayList<WeakReference<HttpRequest>> REQUESTS =
      new CopyOnWriteArrayList<>();
  private static String farEnd = "";

  private NettyExchangesApp() {}

  public static void main(String[] arguments) throws Exception {
    farEnd = arguments[0];
    String kind = arguments[1];
    EventLoopGroup group = new NioEventLoopGroup(1);
    DefaultEventExecutorGroup handlers = new DefaultEventExecutorGroup(2);
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    switch (kind) {
                      case "parts":
                        channel.pipeline().addLast(new HttpRequestDecoder());
                        channel.pipeline().addLast(new HttpResponseEncoder());
                        break;
                      case "codec-elsewhere":
                        channel.pipeline().addLast(handlers, new HttpServerCodec());
                        break;
                      default:
                        channel.pipeline().addLast(new HttpServerCodec());
                        break;
                    }
                    if (kind.equals("held-back")) {
                      channel.pipeline().addLast(new OneAtATime());
                    }
                    if (kind.equals("handler-elsewhere")) {
                      channel.pipeline().addLast(handlers, new Handler());
                    } else {
                      channel.pipeline().addLast(new Handler());
                    }
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    TestApp.command("requests-alive", none -> "" + alive());
    TestApp.command(
        "current-on-loop", none -> group.submit(() -> "" + TestApp.get(farEnd + "loop")).get());
    TestApp.ready(((InetSocketAddress) server.localAddress()).getPort());
    TestApp.awaitStop();
    server.close().sync();
    group.shutdownGracefully().sync();
    handlers.shutdownGracefully().sync();
    WORKERS.shutdown();
  }

  private static int alive() {
    System.gc();
    int alive = 0;
    for (WeakReference<HttpRequest> request : REQUESTS) {
      if (request.get() != null) {
        alive++;
      }
    }
    return alive;
  }

  private static void call(String path) {
    try {
      TestApp.get(farEnd + path);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads requests as they come, and answers when they are complete. */
  private static final class Handler extends SimpleChannelInboundHandler<HttpObject> {
    private String target = "";
    private boolean keepAlive;
    private boolean begun;

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
      if (message instanceof HttpRequest request) {
        REQUESTS.add(new WeakReference<>(request));
        target = request.uri();
        keepAlive = !"close".equals(request.headers().get(HttpHeaderNames.CONNECTION));
        if (request.decoderResult().isFailure()) {
          answer(ctx, 400, "bad", ctx.newPromise(), false);
          return;
        }
        if (target.startsWith("/on-head")) {
          call("head");
        }
        if (target.startsWith("/throws")) {
          throw new IllegalStateException("on purpose");
        }
      }
      if (message instanceof HttpContent && target.startsWith("/on-content")) {
        call("content");
      }
      if (message instanceof LastHttpContent) {
        handle(ctx, target, keepAlive);
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      if (target.equals("/on-read") && !begun) {
        begun = true;
        call("read");
        ctx.writeAndFlush(
            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
      }
      ctx.fireChannelReadComplete();
    }

    private static void handle(ChannelHandlerContext ctx, String target, boolean keepAlive) {
      switch (target) {
        case "/close":
          ctx.close();
          return;
        case "/never":
        case "/throws":
        case "/throws-and-closes":
        case "/throws-as-400":
          return;
        case "/continue":
          ctx.write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
          ctx.write(
              new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.PROCESSING));
          answer(ctx, 200, "after 100", ctx.newPromise(), keepAlive);
          return;
        case "/void":
          answer(ctx, 200, "void", ctx.voidPromise(), true);
          return;
        case "/streamed":
          streamed(ctx, keepAlive);
          return;
        case "/half":
          unfinished(ctx, "half", 100, ctx.newPromise().addListener(f -> ctx.close()));
          return;
        case "/announced":
          unfinished(ctx, "all of it", 9, ctx.newPromise());
          return;
        case "/announced-void":
          unfinished(ctx, "all of it", 9, ctx.voidPromise());
          return;
        case "/web-socket":
          FullHttpResponse response =
              new DefaultFullHttpResponse(
                  HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS);
          response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
          response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
          ctx.writeAndFlush(response);
          return;
        case "/later":
          WORKERS.execute(
              () -> {
                call("later");
                answer(ctx, 200, "later", ctx.newPromise(), keepAlive);
              });
          return;
        default:
          answer(ctx, 200, target, ctx.newPromise(), keepAlive);
      }
    }

    private static void streamed(ChannelHandlerContext ctx, boolean keepAlive) {
      HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
      head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
      ctx.writeAndFlush(head);
      ctx.writeAndFlush(new DefaultHttpContent(text("one")));
      ctx.executor()
          .execute(
              () -> {
                ctx.writeAndFlush(new DefaultHttpContent(text("two")));
                ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
                    .addListener(
                        keepAlive
                            ? ChannelFutureListener.CLOSE_ON_FAILURE
                            : ChannelFutureListener.CLOSE);
              });
    }

    /** Without the last part. */
    private static void unfinished(
        ChannelHandlerContext ctx, String text, int announced, ChannelPromise promise) {
      HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
      head.headers().set(HttpHeaderNames.CONTENT_LENGTH, announced);
      ctx.writeAndFlush(head);
      ctx.writeAndFlush(new DefaultHttpContent(text(text)), promise);
    }

    private static ByteBuf text(String text) {
      return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    static void answer(
        ChannelHandlerContext ctx,
        int status,
        String body,
        ChannelPromise promise,
        boolean keepAlive) {
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), text(body));
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
      if (!keepAlive) {
        // Before it is written, as HttpServerKeepAliveHandler does.
        promise.addListener(ChannelFutureListener.CLOSE);
      }
      ctx.writeAndFlush(response, promise);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      if (target.equals("/throws-and-closes")) {
        ctx.close();
      } else {
        int status = target.equals("/throws-as-400") ? 400 : 500;
        answer(ctx, status, "failed", ctx.newPromise(), false);
      }
    }
  }

  /** Delivers the next request when the one before is answered, outside of the codec's call. */
  private static final class OneAtATime extends ChannelDuplexHandler {
    private final Queue<Object> waiting = new ArrayDeque<>();
    private boolean busy;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      waiting.add(message);
      if (!busy) {
        next(ctx);
      }
    }

    private void next(ChannelHandlerContext ctx) {
      Object message;
      while (!busy && (message = waiting.poll()) != null) {
        busy = message instanceof LastHttpContent;
        ctx.fireChannelRead(message);
      }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      boolean last = message instanceof LastHttpContent;
      ctx.write(message, promise);
      if (last) {
        busy = false;
        ctx.executor().execute(() -> next(ctx));
      }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
      waiting.forEach(ReferenceCountUtil::release);
    }
  }
}
