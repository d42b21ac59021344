package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.Failures;
import dev.gossamer.api.ObjectState;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A connection, or a stream of HTTP/2, on which requests come in: those that are not answered yet,
 * in their order, which is also that of the answers. Used by the codec's thread only, apart from
 * what says otherwise. Refers to nothing that refers to its channel.
 */
final class ServerConnection implements ChannelFutureListener {
  private static final ObjectState<Channel, ServerConnection> CONNECTIONS = new ObjectState<>();

  private static final AsciiString H2C = new AsciiString("h2c");

  private final EventExecutor executor;
  private final Peer peer;
  private final boolean stream;

  private @Nullable ServerExchange oldest;
  private @Nullable ServerExchange newest;

  /** The one whose answer is being written, or comes next. */
  private @Nullable ServerExchange answering;

  /** The one whose content comes from the codec. */
  private @Nullable ServerExchange receiving;

  /**
   * The one that was held back between the codec and its handler, and is delivered now; on a stream
   * the only one.
   */
  private @Nullable ServerExchange delivering;

  /** Answered with a change to HTTP/2, where the real answer will come from. */
  private @Nullable ServerExchange upgrading;

  private boolean interim;

  private ServerConnection(EventExecutor executor, Peer peer, boolean stream) {
    this.executor = executor;
    this.peer = peer;
    this.stream = stream;
  }

  /** The state of a channel on which a request came in already. */
  static @Nullable ServerConnection of(Channel channel) {
    return CONNECTIONS.get(channel);
  }

  /** The state of a channel on which a request comes in. */
  static ServerConnection serving(ChannelHandlerContext ctx, boolean stream) {
    Channel channel = ctx.channel();
    ServerConnection connection = CONNECTIONS.get(channel);
    if (connection == null) {
      connection = new ServerConnection(ctx.executor(), Peer.of(channel), stream);
      CONNECTIONS.set(channel, connection);
      Channel parent = channel.parent();
      ServerConnection upgraded = parent == null || !stream ? null : CONNECTIONS.get(parent);
      if (upgraded != null) {
        connection.upgrading = upgraded.upgrading;
        upgraded.upgrading = null;
      }
      channel.closeFuture().addListener(connection);
    }
    return connection;
  }

  boolean isStream() {
    return stream;
  }

  ServerExchange received(HttpRequest request) {
    ServerExchange exchange = new ServerExchange(this, peer, stream, request);
    ServerExchange upgraded = upgrading;
    if (upgraded != null) {
      upgrading = null;
      exchange.continues(upgraded);
    } else {
      exchange.start();
    }
    if (newest == null) {
      oldest = exchange;
    } else {
      newest.next = exchange;
    }
    newest = exchange;
    if (answering == null) {
      answering = exchange;
    }
    receiving = exchange;
    if (stream) {
      delivering = exchange;
    }
    return exchange;
  }

  /** The request whose content comes from the codec. */
  @Nullable ServerExchange receiving() {
    return receiving;
  }

  /** The exchange of a request that is on its way to its handler. */
  @Nullable ServerExchange delivering(HttpRequest request) {
    for (ServerExchange e = oldest; e != null; e = e.next) {
      if (e.request == request) {
        if (e != receiving || !e.isCurrent()) {
          delivering = e;
        }
        return e;
      }
    }
    return null;
  }

  /** The exchange of the content that is on its way, apart from what comes from the codec. */
  @Nullable ServerExchange delivering() {
    return delivering;
  }

  /** The handlers are done with what the codec decoded. */
  void delivered() {
    ServerExchange upgraded = upgrading;
    if (upgraded != null && !stream) {
      upgrading = null;
      upgraded.written(true);
    }
  }

  /** A handler threw while the current thread handled one of the requests. */
  void failed(Throwable thrown) {
    for (ServerExchange e = oldest; e != null; e = e.next) {
      if (e.isCurrent()) {
        e.failed(thrown);
        return;
      }
    }
  }

  /** The exchange that is answered in full, if its promise cannot tell when it is sent. */
  @Nullable ServerExchange write(Object message, ChannelPromise promise) {
    ServerExchange exchange = answering;
    if (exchange == null) {
      return null;
    }
    boolean last = message instanceof LastHttpContent;
    if (message instanceof HttpResponse) {
      HttpResponse response = (HttpResponse) message;
      int status = response.status().code();
      if (status < 200 && status != 101) {
        interim = !last;
        return null;
      }
      interim = false;
      exchange.answers(response);
      if (status == 101) {
        last = true;
        if (response.headers().contains(HttpHeaderNames.UPGRADE, H2C, true)) {
          upgrading = exchange;
          answering = exchange.next;
          return null;
        }
      }
    }
    if (!last || !exchange.isAnswered()) {
      exchange.writing(message, promise);
      return null;
    }
    if (interim) {
      interim = false;
      return null;
    }
    answering = exchange.next;
    if (promise.isVoid()) {
      return exchange;
    }
    exchange.sending(promise);
    return null;
  }

  /** Forgets exchanges that have ended. On any thread. */
  void ended(ServerExchange exchange) {
    if (executor.inEventLoop()) {
      forgetEnded();
    } else {
      try {
        executor.execute(exchange);
      } catch (RejectedExecutionException shutDown) {
        // The connection goes with its executor.
      }
    }
  }

  void forgetEnded() {
    while (oldest != null && oldest.isEnded()) {
      oldest = oldest.next;
    }
    if (oldest == null) {
      newest = null;
      answering = null;
    }
    if (receiving != null && receiving.isEnded()) {
      receiving = null;
    }
    if (delivering != null && delivering.isEnded()) {
      delivering = null;
    }
  }

  /** The channel was closed. */
  @Override
  public void operationComplete(ChannelFuture closed) {
    try {
      if (executor.inEventLoop()) {
        closed();
      } else {
        executor.execute(this::closed);
      }
    } catch (RejectedExecutionException shutDown) {
      closed();
    } catch (Throwable failure) {
      Failures.note("netty", failure);
    }
  }

  private void closed() {
    while (oldest != null) {
      ServerExchange exchange = oldest;
      oldest = exchange.next;
      exchange.closed();
    }
    newest = null;
    answering = null;
    receiving = null;
    delivering = null;
  }
}
