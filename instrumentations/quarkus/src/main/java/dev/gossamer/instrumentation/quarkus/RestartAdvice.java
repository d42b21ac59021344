package dev.gossamer.instrumentation.quarkus;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.http.HttpServerSpan;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jspecify.annotations.Nullable;

/** A request goes on to the method or the locator that was found for it, before any filter. */
final class RestartAdvice {
  private RestartAdvice() {}

  @Enter
  static void enter(
      @This ResteasyReactiveRequestContext request, @Argument(0) @Nullable RuntimeResource target) {
    HttpServerSpan span = target == null ? null : HttpServerSpan.current();
    if (span == null || target == null) {
      return;
    }
    String route = Route.of(request, target);
    if (route != null) {
      span.route(route);
    }
  }
}
