package dev.gossamer.instrumentation.jersey;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.http.HttpServerSpan;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.internal.process.RequestProcessingContext;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;

/** After routing, so that a request which a filter then refuses has its route too. */
final class RoutingAdvice {
  private RoutingAdvice() {}

  @Exit
  static void exit(@Argument(0) @Nullable RequestProcessingContext context) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span == null || context == null) {
      return;
    }
    ContainerRequest request = context.request();
    ExtendedUriInfo matched = request.getUriInfo();
    ResourceMethod method = matched.getMatchedResourceMethod();
    if (method == null) {
      return;
    }
    String route = Route.of(method, matched, request.getBaseUri());
    if (route != null) {
      span.route(route);
    }
  }
}
