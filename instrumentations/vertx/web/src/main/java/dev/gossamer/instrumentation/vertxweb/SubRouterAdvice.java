package dev.gossamer.instrumentation.vertxweb;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import io.vertx.ext.web.RoutingContext;

/** A request goes on to a router that is mounted on the current route. */
final class SubRouterAdvice {
  private SubRouterAdvice() {}

  @Exit
  static void exit(@This RoutingContext routing, @Argument(2) RoutingContext outer) {
    Routing.mounted(routing, outer);
  }
}
