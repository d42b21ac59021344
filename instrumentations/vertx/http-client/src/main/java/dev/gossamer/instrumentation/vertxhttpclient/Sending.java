package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** One request object on its way. */
final class Sending {
  static final HttpClientTracing<Head, HttpClientResponse> TRACING =
      new HttpClientTracing<>("vertx-http-client", new HeadAdapter());

  private static final ObjectState<HttpClientRequest, Sending> SENDINGS = new ObjectState<>();

  private static final TextMapSetter<MultiMap> SETTER =
      new TextMapSetter<MultiMap>() {
        @Override
        public void set(@Nullable MultiMap headers, String key, String value) {
          if (headers != null) {
            headers.set(key, value);
          }
        }
      };

  private final int resends;

  /** Null where the one who writes the head is the caller. */
  private final @Nullable Context caller;

  private volatile boolean closed;
  private volatile @Nullable Head head;
  private volatile @Nullable HttpClientSpan span;

  private Sending(int resends, @Nullable Context caller) {
    this.resends = resends;
    this.caller = caller;
  }

  static @Nullable Sending of(HttpClientRequest request) {
    return SENDINGS.get(request);
  }

  /** Something of the request is written, its head first. */
  static @Nullable Scope write(HttpClientRequest request) {
    Sending sending = SENDINGS.get(request);
    if (sending == null) {
      sending = SENDINGS.setIfAbsent(request, new Sending(0, null));
    }
    return sending.head == null && !sending.closed ? sending.start(request) : null;
  }

  private @Nullable Scope start(HttpClientRequest request) {
    MultiMap headers = request.headers();
    Head sent = new Head(request.getMethod().name(), request.absoluteURI(), headers);
    head = sent;
    HttpClientSpan started =
        TRACING.start(caller == null ? Context.current() : caller, sent, resends);
    if (started == null) {
      return null;
    }
    span = started;
    TRACING.inject(started, headers, SETTER);
    return started.makeCurrent();
  }

  /** The request is answered by a redirect to another one. */
  static void followedBy(HttpClientRequest request, HttpClientRequest next) {
    Sending sending = SENDINGS.get(request);
    HttpClientSpan span = sending == null ? null : sending.span;
    if (sending != null && span != null) {
      SENDINGS.set(next, new Sending(sending.resends + 1, span.parent()));
    }
  }

  /** The head of the answer is there; the scope is that of the caller. */
  @Nullable Scope answered(HttpClientResponse response) {
    closed = true;
    HttpClientSpan sent = span;
    Head sentHead = head;
    if (sent == null || sentHead == null) {
      return null;
    }
    TRACING.end(sent, sentHead, response, null);
    return sent.parent().makeCurrent();
  }

  void failed(Throwable thrown) {
    closed = true;
    HttpClientSpan sent = span;
    Head sentHead = head;
    if (sent != null && sentHead != null) {
      TRACING.end(sent, sentHead, null, thrown);
    }
  }

  /** The application gives the request up. */
  static void givenUp(HttpClientRequest request) {
    Sending sending = SENDINGS.get(request);
    if (sending == null) {
      sending = SENDINGS.setIfAbsent(request, new Sending(0, null));
    }
    sending.closed = true;
    HttpClientSpan sent = sending.span;
    if (sent != null) {
      TRACING.cancelled(sent);
    }
  }
}
