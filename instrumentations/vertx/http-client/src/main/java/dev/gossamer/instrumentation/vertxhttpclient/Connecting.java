package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.Failures;
import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * A request for which there is no connection yet. Makes the span of one that never is, since then
 * nothing was written. The application's future stays as it is; only a handler is wrapped.
 */
final class Connecting implements Handler<Throwable> {
  private static final ObjectState<Future<?>, Connecting> WATCHED = new ObjectState<>();

  private final Context caller;
  private final long askedAtNanos = System.nanoTime();
  private final @Nullable RequestOptions options;
  private final @Nullable Head head;

  private Connecting(@Nullable RequestOptions options, @Nullable Head head) {
    this.options = options;
    this.head = head;
    caller = Context.current();
  }

  static Connecting with(RequestOptions options) {
    return new Connecting(options, null);
  }

  static Connecting to(HttpMethod method, int port, String host, String uri) {
    return new Connecting(null, new Head(method.name(), url(null, host, port, uri), null));
  }

  /** Some ways to ask for a request lead to others, which answer with the same future. */
  void watch(Future<HttpClientRequest> future) {
    if (WATCHED.setIfAbsent(future, this) == this) {
      future.onFailure(this);
    }
  }

  Handler<AsyncResult<HttpClientRequest>> around(Handler<AsyncResult<HttpClientRequest>> handler) {
    return handler instanceof Watching ? handler : new Watching(this, handler);
  }

  @Override
  public void handle(Throwable thrown) {
    try {
      Head asked = head != null ? head : options == null ? null : head(options);
      if (asked == null) {
        return;
      }
      Sending.TRACING.unsent(caller, asked, 0, askedAtNanos, thrown);
    } catch (Throwable failure) {
      Failures.note("vertx-http-client", failure);
    }
  }

  private static Head head(RequestOptions options) {
    HttpMethod method = options.getMethod();
    Boolean secure = secure(options);
    Integer port = options.getPort();
    String host = options.getHost();
    return new Head(
        method == null ? "GET" : method.name(),
        host == null ? null : url(secure, host, port == null ? 0 : port, options.getURI()),
        options.getHeaders());
  }

  /** The getter's type differs from release to release; the text is the same. */
  private static @Nullable Boolean secure(RequestOptions options) {
    try {
      return options.toJson().getBoolean("ssl");
    } catch (UnsupportedOperationException noText) {
      // The first releases cannot write the method.
      return null;
    }
  }

  private static String url(@Nullable Boolean secure, String host, int port, String uri) {
    boolean tls = secure == null ? port == 443 : secure;
    StringBuilder url = new StringBuilder(tls ? "https://" : "http://").append(host);
    if (port > 0 && port != (tls ? 443 : 80)) {
      url.append(':').append(port);
    }
    if (!uri.startsWith("/")) {
      url.append('/');
    }
    return url.append(uri).toString();
  }

  private static final class Watching implements Handler<AsyncResult<HttpClientRequest>> {
    private final Connecting connecting;
    private final Handler<AsyncResult<HttpClientRequest>> handler;

    Watching(Connecting connecting, Handler<AsyncResult<HttpClientRequest>> handler) {
      this.connecting = connecting;
      this.handler = handler;
    }

    @Override
    public void handle(AsyncResult<HttpClientRequest> result) {
      if (result.failed()) {
        connecting.handle(result.cause());
      }
      handler.handle(result);
    }
  }
}
