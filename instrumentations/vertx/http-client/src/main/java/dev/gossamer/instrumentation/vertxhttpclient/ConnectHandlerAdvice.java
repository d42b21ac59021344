package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/** A request is asked for by its options, to be given to a handler. */
final class ConnectHandlerAdvice {
  private ConnectHandlerAdvice() {}

  @ReplaceArgument(1)
  static @Nullable Handler<AsyncResult<HttpClientRequest>> handler(
      @Argument(1) @Nullable Handler<AsyncResult<HttpClientRequest>> handler,
      @Argument(0) @Nullable RequestOptions options) {
    return options == null || handler == null ? handler : Connecting.with(options).around(handler);
  }
}
