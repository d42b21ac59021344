package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.Failures;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpClientSend;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.concurrent.EventExecutor;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A connection, or a stream of HTTP/2, on which requests go out: those without a complete answer,
 * in their order, which is also that of the answers. Used by the codec's thread only. Refers to
 * nothing that refers to its channel.
 */
final class ClientConnection implements ChannelFutureListener, Runnable {
  private static final ObjectState<Channel, ClientConnection> CONNECTIONS = new ObjectState<>();

  private final EventExecutor executor;
  private final Peer peer;
  private final boolean stream;
  private @Nullable ClientExchange oldest;
  private @Nullable ClientExchange newest;

  /** Answered with a change to HTTP/2, where the real answer will come from. */
  private @Nullable ClientExchange upgrading;

  private boolean upgraded;
  private boolean closing;

  private ClientConnection(EventExecutor executor, Peer peer, boolean stream) {
    this.executor = executor;
    this.peer = peer;
    this.stream = stream;
  }

  /** The state of a channel on which a request went out already. */
  static @Nullable ClientConnection of(Channel channel) {
    return CONNECTIONS.get(channel);
  }

  /** The state of a stream on which an answer comes in; the first one may have no request. */
  static @Nullable ClientConnection answering(ChannelHandlerContext ctx) {
    Channel channel = ctx.channel();
    ClientConnection connection = CONNECTIONS.get(channel);
    Channel parent = channel.parent();
    ClientConnection before = connection != null || parent == null ? null : CONNECTIONS.get(parent);
    ClientExchange exchange = before == null ? null : before.upgrading;
    if (before == null || exchange == null) {
      return connection;
    }
    before.upgrading = null;
    before.oldest = exchange.next;
    before.forgetEnded();
    exchange.next = null;
    connection = using(ctx, true);
    connection.oldest = exchange;
    connection.newest = exchange;
    return connection;
  }

  /** The state of a channel on which a request goes out. */
  static ClientConnection using(ChannelHandlerContext ctx, boolean stream) {
    Channel channel = ctx.channel();
    ClientConnection connection = CONNECTIONS.get(channel);
    if (connection == null) {
      connection = new ClientConnection(ctx.executor(), Peer.of(channel), stream);
      CONNECTIONS.set(channel, connection);
      channel.closeFuture().addListener(connection);
    }
    return connection;
  }

  /**
   * A request is about to be encoded.
   *
   * @param announced what a client library above said of it, or null
   */
  void send(HttpRequest request, ChannelPromise promise, @Nullable HttpClientSend announced) {
    if (upgraded) {
      // The codec passes everything on as it is.
      return;
    }
    ClientExchange exchange = new ClientExchange(this, peer, stream, request);
    exchange.start(announced);
    if (newest == null) {
      oldest = exchange;
    } else {
      newest.next = exchange;
    }
    newest = exchange;
    if (!promise.isVoid()) {
      promise.addListener(exchange);
    }
  }

  /**
   * A part of an answer was decoded.
   *
   * @param response null for content
   * @param last whether it is the last part
   * @return the exchange that it belongs to
   */
  @Nullable ClientExchange received(@Nullable HttpResponse response, boolean last) {
    ClientExchange exchange = oldest;
    if (exchange == null) {
      return null;
    }
    if (response == null) {
      if (!exchange.isAnswered()) {
        return exchange;
      }
    } else if (response.decoderResult().isFailure()) {
      exchange.fail(response.decoderResult().cause());
      forgetEnded();
      return exchange;
    } else {
      int status = response.status().code();
      upgraded = status == 101;
      // Others may read the answer from frames, where nobody sees it.
      if (upgraded
          && exchange.isAnnounced()
          && response.headers().contains(HttpHeaderNames.UPGRADE, "h2c", true)) {
        upgrading = exchange;
        return exchange;
      }
      if (status < 200 && !upgraded) {
        return exchange;
      }
      exchange.answered(response);
    }
    if (last || upgraded) {
      exchange.end();
      forgetEnded();
    }
    return exchange;
  }

  void failed(Throwable thrown) {
    if (oldest != null) {
      oldest.failed(thrown);
    }
  }

  void forgetEnded() {
    while (oldest != null && oldest.isEnded()) {
      oldest = oldest.next;
    }
    if (oldest == null) {
      newest = null;
    }
  }

  /** The channel was closed; the decoder learns of it later, and may complete an answer then. */
  @Override
  public void operationComplete(ChannelFuture closed) {
    try {
      if (oldest != null) {
        executor.execute(this);
      }
    } catch (RejectedExecutionException shutDown) {
      run();
    } catch (Throwable failure) {
      Failures.note("netty", failure);
    }
  }

  /** The first time still ahead of the decoder, the second time behind it. */
  @Override
  public void run() {
    try {
      if (!closing) {
        closing = true;
        executor.execute(this);
        return;
      }
    } catch (RejectedExecutionException shutDown) {
      // Nothing comes any more.
    }
    try {
      Throwable cause = null;
      while (oldest != null) {
        ClientExchange exchange = oldest;
        oldest = exchange.next;
        if (!exchange.isEnded()) {
          cause = cause == null ? closedChannel() : cause;
          exchange.fail(cause);
        }
      }
      newest = null;
    } catch (Throwable failure) {
      Failures.note("netty", failure);
    }
  }

  private static Throwable closedChannel() {
    Throwable closed = new ClosedChannelException();
    closed.setStackTrace(new StackTraceElement[0]);
    return closed;
  }
}
