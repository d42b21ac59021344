package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.Failures;
import dev.gossamer.api.http.HttpServerSpan;
import io.opentelemetry.context.Scope;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * Around the application's handler of a connection. A wrapper, because here alone every release has
 * the request at hand, in its own Vert.x context; a connection never gives its handler back.
 */
final class StreamHandler implements Handler<HttpServerRequest> {
  private final Handler<HttpServerRequest> handler;

  private StreamHandler(Handler<HttpServerRequest> handler) {
    this.handler = handler;
  }

  static @Nullable Handler<HttpServerRequest> of(@Nullable Handler<HttpServerRequest> handler) {
    return handler == null || handler instanceof StreamHandler
        ? handler
        : new StreamHandler(handler);
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerSpan span = request.version() == HttpVersion.HTTP_2 ? start(request) : null;
    if (span == null) {
      handler.handle(request);
      return;
    }
    try (Scope ignored = span.makeCurrent()) {
      handler.handle(request);
    } catch (Throwable thrown) {
      span.failed(thrown);
      throw thrown;
    }
  }

  private static @Nullable HttpServerSpan start(HttpServerRequest request) {
    try {
      return Streams.start(request);
    } catch (Throwable failure) {
      Failures.note("vertx", failure);
      return null;
    }
  }
}
