package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** A request is asked for by host and port, to be given to a handler. */
final class ConnectToHandlerAdvice {
  private ConnectToHandlerAdvice() {}

  @ReplaceArgument(4)
  static @Nullable Handler<AsyncResult<HttpClientRequest>> handler(
      @Argument(4) @Nullable Handler<AsyncResult<HttpClientRequest>> handler,
      @Argument(0) @Nullable HttpMethod method,
      @Argument(1) int port,
      @Argument(2) @Nullable String host,
      @Argument(3) @Nullable String uri) {
    return method == null || host == null || uri == null || handler == null
        ? handler
        : Connecting.to(method, port, host, uri).around(handler);
  }
}
