package dev.gossamer.instrumentation.netty;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client made of Netty alone: a pool of connections, and one request at a time on each. */
@SuppressWarnings("deprecation") // What 4.1 and 4.2 both have.
final class NettyClientApp implements ClientUnderTest {
  private final EventLoopGroup group = new NioEventLoopGroup(2);
  private final ConcurrentHashMap<String, ConcurrentLinkedQueue<Channel>> idle =
      new ConcurrentHashMap<>();

  public static void main(String[] arguments) throws Exception {
    HttpClientApp.run(new NettyClientApp());
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return exchange(url, request(method, url, headers));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    FullHttpRequest request = request(method, url, headers);
    exchange(url, request.retain());
    return exchange(url, request);
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers)
      throws Exception {
    start(
        url,
        request(method, url, headers),
        (response, failure) ->
            callback.done(response == null ? 0 : response.status().code(), failure));
  }

  private static FullHttpRequest request(String method, String url, String... headers) {
    URI uri = URI.create(url);
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), target);
    request.headers().set(HttpHeaderNames.HOST, uri.getHost() + ":" + uri.getPort());
    request.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    for (int i = 0; i < headers.length; i += 2) {
      request.headers().set(headers[i], headers[i + 1]);
    }
    return request;
  }

  private int exchange(String url, FullHttpRequest request) throws Exception {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    start(
        url,
        request,
        (response, failure) -> {
          if (failure != null) {
            status.completeExceptionally(failure);
          } else {
            status.complete(Objects.requireNonNull(response).status().code());
          }
        });
    try {
      return status.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private interface Answered {
    void done(@Nullable FullHttpResponse response, @Nullable Throwable failure);
  }

  private void start(String url, FullHttpRequest request, Answered answered) throws Exception {
    URI uri = URI.create(url);
    ConcurrentLinkedQueue<Channel> pool =
        idle.computeIfAbsent(uri.getAuthority(), key -> new ConcurrentLinkedQueue<>());
    Channel channel = pool.poll();
    while (channel != null && !channel.isActive()) {
      channel = pool.poll();
    }
    if (channel == null) {
      channel =
          new Bootstrap()
              .group(group)
              .channel(NioSocketChannel.class)
              .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
              .handler(
                  new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel created) {
                      created
                          .pipeline()
                          .addLast(new HttpClientCodec())
                          .addLast(new HttpObjectAggregator(1 << 20));
                    }
                  })
              .connect(uri.getHost(), uri.getPort())
              .sync()
              .channel();
    }
    channel.pipeline().addLast(new ReadTimeoutHandler(1));
    channel.pipeline().addLast(new Handler(pool, answered));
    // From this thread, so the event loop gets it as a task.
    channel.writeAndFlush(request);
  }

  private static final class Handler extends SimpleChannelInboundHandler<FullHttpResponse> {
    private final ConcurrentLinkedQueue<Channel> pool;
    private final Answered answered;
    private boolean done;

    Handler(ConcurrentLinkedQueue<Channel> pool, Answered answered) {
      this.pool = pool;
      this.answered = answered;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse response) {
      done = true;
      ctx.pipeline().remove(ReadTimeoutHandler.class);
      ctx.pipeline().remove(this);
      pool.add(ctx.channel());
      answered.done(response, null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
      finish(cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      finish(new java.nio.channels.ClosedChannelException());
    }

    private void finish(Throwable cause) {
      if (!done) {
        done = true;
        answered.done(null, cause);
      }
    }
  }
}
