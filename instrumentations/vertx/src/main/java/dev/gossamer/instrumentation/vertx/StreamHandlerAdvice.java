package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** A connection of HTTP/2 is told who handles its requests. */
final class StreamHandlerAdvice {
  private StreamHandlerAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Handler<HttpServerRequest> handler(
      @Argument(0) @Nullable Handler<HttpServerRequest> handler) {
    return StreamHandler.of(handler);
  }
}
