package dev.gossamer.instrumentation.vertxweb;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import io.vertx.ext.web.Route;
import org.jspecify.annotations.Nullable;

/** A route gets its path. */
final class RoutePathAdvice {
  private RoutePathAdvice() {}

  @Enter
  static void enter(@This Route route, @Argument(0) @Nullable String path) {
    Routing.pathOf(route, path);
  }
}
