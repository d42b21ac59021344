package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.Failures;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request and its answer. Listens for the end of the answer's last part. */
final class ServerExchange implements ChannelFutureListener, Runnable {
  private static final HttpServerTracing<ServerExchange, HttpResponse> TRACING =
      new HttpServerTracing<>("netty", new ServerAdapter());

  private static final TextMapSetter<HttpResponse> SETTER =
      new TextMapSetter<HttpResponse>() {
        @Override
        public void set(@Nullable HttpResponse response, String key, String value) {
          if (response != null) {
            response.headers().set(key, value);
          }
        }
      };

  final HttpRequest request;
  final Peer peer;
  final boolean http2;
  private final ServerConnection connection;

  /** Null where another instrumentation has a span for the request. */
  private @Nullable HttpServerSpan span;

  @Nullable ServerExchange next;
  private @Nullable HttpResponse response;
  private @Nullable ChannelPromise sending;
  private @Nullable Throwable thrown;
  private boolean received;

  /** What is left to write of the announced content; negative where none was announced. */
  private long unwritten = -1;

  /** Of the write that left nothing; null when there was none, or when it cannot tell. */
  private @Nullable ChannelPromise whole;

  private volatile boolean ended;

  ServerExchange(ServerConnection connection, Peer peer, boolean http2, HttpRequest request) {
    this.connection = connection;
    this.peer = peer;
    this.http2 = http2;
    this.request = request;
  }

  void start() {
    span = TRACING.start(this);
  }

  /** Goes on with the span of the request that asked for HTTP/2. */
  void continues(ServerExchange upgraded) {
    span = upgraded.span;
    upgraded.span = null;
    upgraded.done();
  }

  /** The context of its handlers; null when there is none or no more. */
  @Nullable Context context() {
    HttpServerSpan current = span;
    return current == null || current.isEnded() ? null : current.context();
  }

  boolean isCurrent() {
    return span != null && HttpServerSpan.current() == span;
  }

  /** The codec decoded the last part of the request. */
  void received() {
    received = true;
  }

  boolean isReceived() {
    return received;
  }

  void failed(Throwable cause) {
    thrown = cause;
  }

  /** The head of the answer is about to be encoded. */
  void answers(HttpResponse with) {
    response = with;
    HttpServerSpan current = span;
    if (current != null) {
      TRACING.respond(current, with, SETTER);
    }
  }

  /** A part of the answer that is not its last is about to be encoded. */
  void writing(Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse) {
      unwritten = announced((HttpResponse) message);
    } else if (unwritten > 0) {
      unwritten = Math.max(0, unwritten - size(message));
      if (unwritten == 0 && !promise.isVoid()) {
        whole = promise;
      }
    }
  }

  private static long announced(HttpResponse response) {
    String length = response.headers().get(HttpHeaderNames.CONTENT_LENGTH);
    try {
      // Nothing to write, nothing to miss; the end of the answer is its last part then.
      return length == null || length.equals("0") ? -1 : Long.parseLong(length);
    } catch (NumberFormatException unknown) {
      return -1;
    }
  }

  private static long size(Object message) {
    if (message instanceof HttpContent) {
      return ((HttpContent) message).content().readableBytes();
    }
    if (message instanceof ByteBuf) {
      return ((ByteBuf) message).readableBytes();
    }
    return message instanceof FileRegion ? ((FileRegion) message).count() : 0;
  }

  /** A client that has got all it was told to expect may close the connection at once. */
  private boolean isWhole() {
    ChannelPromise promise = whole;
    return unwritten == 0 && (promise == null || promise.isSuccess());
  }

  boolean isAnswered() {
    return response != null;
  }

  void sending(ChannelPromise promise) {
    sending = promise;
    promise.addListener(this);
  }

  /** The answer's last part was sent, or could not be. */
  @Override
  public void operationComplete(ChannelFuture sent) {
    try {
      Throwable cause = sent.cause();
      if (cause == null || cause instanceof IOException) {
        written(cause == null);
      } else {
        end(cause);
      }
    } catch (Throwable failure) {
      Failures.note("netty", failure);
    }
  }

  /** The answer is complete, or the connection broke off in its middle. */
  void written(boolean complete) {
    if (complete || isWhole()) {
      // An exception that was turned into an answer of another kind was handled.
      HttpResponse answer = response;
      end(answer == null || answer.status().code() >= 500 ? thrown : null);
    } else {
      disconnected();
    }
  }

  /** The connection was closed. */
  void closed() {
    ChannelPromise promise = sending;
    if (promise != null && promise.isSuccess() || isWhole()) {
      written(true);
    } else if (thrown != null) {
      end(thrown);
    } else {
      disconnected();
    }
  }

  private void end(@Nullable Throwable cause) {
    HttpServerSpan current = span;
    if (current != null) {
      TRACING.end(current, this, response, cause);
    }
    done();
  }

  private void disconnected() {
    HttpServerSpan current = span;
    if (current != null) {
      TRACING.disconnected(current, this, response);
    }
    done();
  }

  private void done() {
    if (!ended) {
      ended = true;
      connection.ended(this);
    }
  }

  boolean isEnded() {
    return ended;
  }

  /** Lets the connection forget this exchange, on the connection's own thread. */
  @Override
  public void run() {
    connection.forgetEnded();
  }
}
