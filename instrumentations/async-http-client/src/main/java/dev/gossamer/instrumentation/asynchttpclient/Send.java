package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.http.HttpClientSend;
import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.asynchttpclient.HttpResponseStatus;
import org.asynchttpclient.Request;
import org.asynchttpclient.netty.request.NettyRequest;
import org.jspecify.annotations.Nullable;

/**
 * One send of a request, connecting and a proxy's tunnel included. Guarded by its exchange, apart
 * from what the connection's thread says of the answer.
 */
final class Send {
  private static final HttpClientTracing<Send, HttpResponseStatus> TRACING =
      new HttpClientTracing<>("async-http-client", new SendAdapter());

  private static final TextMapSetter<HttpHeaders> SETTER =
      new TextMapSetter<HttpHeaders>() {
        @Override
        public void set(@Nullable HttpHeaders headers, String key, String value) {
          if (headers != null) {
            headers.set(key, value);
          }
        }
      };

  final String method;
  final String url;
  final HttpHeaders requestHeaders;

  private NettyRequest prepared;

  /** Null where a client above has one. */
  private @Nullable HttpClientSpan span;

  private boolean written;
  private volatile boolean ended;
  private volatile @Nullable HttpResponseStatus status;
  private volatile @Nullable HttpHeaders responseHeaders;
  private boolean answeredByProxy;

  private Send(Request request, NettyRequest prepared) {
    this.prepared = prepared;
    method = request.getMethod();
    String target = request.getUrl();
    // A web socket begins as a request of HTTP.
    url = target.startsWith("ws") ? "http" + target.substring(2) : target;
    requestHeaders =
        isTunnel(prepared) ? request.getHeaders() : prepared.getHttpRequest().headers();
  }

  static Send start(Context caller, Request request, NettyRequest prepared, int resendCount) {
    Send send = new Send(request, prepared);
    send.span = TRACING.start(caller, send, resendCount);
    return send;
  }

  private static boolean isTunnel(NettyRequest prepared) {
    return prepared.getHttpRequest().getMethod().name().equals("CONNECT");
  }

  boolean isFor(NettyRequest request) {
    return prepared == request;
  }

  /** Takes the request over if nothing was sent yet but what opens a tunnel. */
  boolean goesOnAs(NettyRequest request) {
    if (written || ended) {
      return false;
    }
    prepared = request;
    return true;
  }

  void write(Channel channel) {
    if (written || ended || isTunnel(prepared)) {
      return;
    }
    written = true;
    HttpClientSpan started = span;
    if (started != null) {
      TRACING.inject(started, prepared.getHttpRequest().headers(), SETTER);
      HttpClientSend traced = new HttpClientSend(started.parent(), 0);
      traced.start();
      traced.announce(channel);
    }
  }

  /** The head of an answer came. */
  void answered(HttpResponseStatus with, HttpHeaders headers) {
    int code = with.getStatusCode();
    if (code < 200 && code != 101) {
      return;
    }
    answeredByProxy = isTunnel(prepared);
    responseHeaders = headers;
    status = with;
  }

  /** The client deals with the answer, and the application will not see it. */
  void dealtWith() {
    if (answeredByProxy) {
      answeredByProxy = false;
      status = null;
      responseHeaders = null;
    } else if (status != null) {
      end(null);
    }
  }

  @Nullable HttpHeaders responseHeaders() {
    return responseHeaders;
  }

  /** The next send begins; without an answer, for a reason. */
  void broken(Throwable why) {
    end(status == null ? why : null);
  }

  void end(@Nullable Throwable thrown) {
    ended = true;
    HttpClientSpan started = span;
    if (started != null) {
      TRACING.end(started, this, status, thrown);
    }
  }

  void cancel() {
    HttpClientSpan started = span;
    if (started != null && status == null) {
      TRACING.cancelled(started);
    }
    // With an answer, it is the rest of its body that nobody wants.
    end(null);
  }
}
