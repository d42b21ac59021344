package dev.gossamer.instrumentation.reactornettyserver;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.http.HttpServerSpan;
import reactor.netty.http.server.HttpRouteHandlerMetadata;

/** A route was found for a request. */
final class RouteAdvice {
  private RouteAdvice() {}

  @Enter
  static void enter(@This HttpRouteHandlerMetadata route) {
    HttpServerSpan span = HttpServerSpan.current();
    String path = span == null ? null : route.getPath();
    // Null where the application brings a predicate of its own.
    if (span != null && path != null && path.startsWith("/")) {
      span.route(path);
    }
  }
}
