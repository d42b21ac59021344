package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.Failures;
import dev.gossamer.api.http.HttpClientSend;
import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/** A request that is sent, and its answer. Listens for a request that cannot be sent. */
final class ClientExchange implements ChannelFutureListener {
  private static final HttpClientTracing<ClientExchange, HttpResponse> TRACING =
      new HttpClientTracing<>("netty", new ClientAdapter());

  private static final TextMapSetter<HttpRequest> SETTER =
      new TextMapSetter<HttpRequest>() {
        @Override
        public void set(@Nullable HttpRequest request, String key, String value) {
          if (request != null) {
            request.headers().set(key, value);
          }
        }
      };

  final HttpRequest request;
  final Peer peer;
  final boolean http2;
  private final ClientConnection connection;

  /** Null where a client above has one. */
  private @Nullable HttpClientSpan span;

  private @Nullable Context caller;

  /** What a client library above says of it; null when there is none. */
  private @Nullable HttpClientSend send;

  @Nullable ClientExchange next;
  private @Nullable HttpResponse response;
  private @Nullable Throwable thrown;
  private volatile boolean ended;

  ClientExchange(ClientConnection connection, Peer peer, boolean http2, HttpRequest request) {
    this.connection = connection;
    this.peer = peer;
    this.http2 = http2;
    this.request = request;
  }

  void start(@Nullable HttpClientSend announced) {
    // A tunnel is part of connecting, and the proxy no part of the trace.
    if (request.method().equals(HttpMethod.CONNECT)) {
      return;
    }
    send = announced;
    Context current = announced == null ? Context.current() : announced.caller();
    if (announced != null && !announced.start()) {
      caller = current;
      return;
    }
    HttpClientSpan started =
        TRACING.start(current, this, announced == null ? 0 : announced.resendCount());
    if (started == null) {
      HttpClientSpan above = HttpClientSpan.in(current);
      caller = above == null ? null : above.parent();
      return;
    }
    span = started;
    caller = current;
    try {
      TRACING.inject(started, request, SETTER);
    } catch (UnsupportedOperationException readOnlyHeaders) {
      // The far end starts a trace of its own.
    }
  }

  /** Where what handlers do with the answer belongs; null when that is not known. */
  @Nullable Context caller() {
    return caller;
  }

  /** Whether a client library above said whose it is. */
  boolean isAnnounced() {
    return send != null;
  }

  void answered(HttpResponse with) {
    response = with;
  }

  boolean isAnswered() {
    return response != null;
  }

  /** Something went wrong before the answer was complete. */
  void failed(Throwable cause) {
    thrown = cause;
  }

  /** The answer is complete. */
  void end() {
    end(null);
  }

  /** There will be no more of an answer. */
  void fail(Throwable cause) {
    Throwable failure = thrown;
    HttpClientSend announced = send;
    if (failure == null && announced != null) {
      failure = announced.failure();
      if (failure == null && announced.isGivenUp()) {
        giveUp();
        return;
      }
    }
    end(failure == null ? cause : failure);
  }

  private void giveUp() {
    HttpClientSpan current = span;
    if (current != null && response == null) {
      TRACING.cancelled(current);
    }
    // With an answer, it is the rest of its content that nobody wants.
    end(null);
  }

  private void end(@Nullable Throwable cause) {
    HttpClientSpan current = span;
    if (current != null) {
      TRACING.end(current, this, response, cause);
    }
    ended = true;
  }

  boolean isEnded() {
    return ended;
  }

  /** The head of the request was sent, or could not be. */
  @Override
  public void operationComplete(ChannelFuture sent) {
    try {
      Throwable cause = sent.cause();
      if (cause != null && !ended) {
        fail(cause);
        connection.forgetEnded();
      }
    } catch (Throwable failure) {
      Failures.note("netty", failure);
    }
  }
}
