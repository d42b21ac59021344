package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** A connection asks who handles its requests, from Vert.x 5.1 on. */
final class RequestHandlerAdvice {
  private RequestHandlerAdvice() {}

  @Exit
  static @Nullable Handler<HttpServerRequest> exit(
      @Returned @Nullable Handler<HttpServerRequest> handler) {
    return StreamHandler.of(handler);
  }
}
