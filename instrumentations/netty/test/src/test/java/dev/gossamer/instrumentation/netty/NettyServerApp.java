package dev.gossamer.instrumentation.netty;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The {@link ServerRoutes} as a Netty application has them: codec, aggregator, handler. */
@SuppressWarnings("deprecation") // What 4.1 and 4.2 both have.
final class NettyServerApp {
  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(4);

  private NettyServerApp() {}

  public static void main(String[] arguments) throws Exception {
    EventLoopGroup group = new NioEventLoopGroup(2);
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec(4096, 1 << 16, 8192))
                        .addLast(new HttpObjectAggregator(1 << 20))
                        .addLast(new Handler());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    TestApp.ready(((InetSocketAddress) server.localAddress()).getPort());
    TestApp.awaitStop();
    server.close().sync();
    group.shutdownGracefully().sync();
    WORKERS.shutdown();
  }

  /** Answers on the event loop, apart from {@code /async}. */
  static final class Handler extends SimpleChannelInboundHandler<FullHttpRequest> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request)
        throws IOException {
      boolean keepAlive = HttpUtil.isKeepAlive(request);
      if (request.uri().startsWith("/async")) {
        RequestView view = new RequestView(request);
        WORKERS.execute(
            () -> {
              try {
                send(ctx, keepAlive, ServerRoutes.answer(view));
              } catch (IOException e) {
                ctx.close();
              }
            });
        return;
      }
      send(ctx, keepAlive, ServerRoutes.answer(new RequestView(request)));
    }

    private static void send(
        ChannelHandlerContext ctx, boolean keepAlive, ServerRoutes.@Nullable Answer answer) {
      FullHttpResponse response =
          answer == null
              ? response(404, "not found".getBytes(StandardCharsets.UTF_8))
              : response(answer.status(), answer.body());
      if (answer != null) {
        answer.headers().forEach(response.headers()::set);
      }
      ChannelFuture written = ctx.writeAndFlush(response);
      if (!keepAlive) {
        written.addListener(ChannelFutureListener.CLOSE);
      }
    }

    private static FullHttpResponse response(int status, byte[] body) {
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1,
              HttpResponseStatus.valueOf(status),
              Unpooled.wrappedBuffer(body));
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
      return response;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.writeAndFlush(response(500, "failed".getBytes(StandardCharsets.UTF_8)))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }

  private static final class RequestView implements ServerRoutes.Request {
    private final URI uri;
    private final FullHttpRequest request;
    private final byte[] body;

    RequestView(FullHttpRequest request) {
      this.request = request;
      uri = URI.create(request.uri());
      body = new byte[request.content().readableBytes()];
      request.content().readBytes(body);
    }

    @Override
    public String path() {
      return uri.getPath();
    }

    @Override
    public @Nullable String query() {
      return uri.getRawQuery();
    }

    @Override
    public @Nullable String header(String name) {
      return request.headers().get(name);
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(body);
    }
  }
}
