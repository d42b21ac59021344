package dev.gossamer.instrumentation.vertxweb;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import io.vertx.ext.web.RoutingContext;

/** A route that matched is about to handle a request. */
final class RouteAdvice {
  private RouteAdvice() {}

  @Enter
  static void enter(@Argument(0) RoutingContext routing) {
    Routing.matched(routing);
  }
}
