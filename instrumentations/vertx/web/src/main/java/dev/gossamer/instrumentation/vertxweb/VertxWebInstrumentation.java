package dev.gossamer.instrumentation.vertxweb;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Names the route of the server span; see README.md. */
public final class VertxWebInstrumentation implements Instrumentation {
  private static final String IMPL = "io.vertx.ext.web.impl.";

  @Override
  public void describe(Description it) {
    it.named("vertx-web", "vertx-web-3.0").supports("Vert.x Web", "4.0 to 5.1");
    it.onType(IMPL + "RouteImpl")
        .carryState()
        .advise(method("setPath").takes("java.lang.String"), RoutePathAdvice.class);
    it.onType(IMPL + "RouteState").advise(method("handleContext"), RouteAdvice.class);
    it.onType(IMPL + "RoutingContextWrapper")
        .carryState()
        .advise(constructor(), SubRouterAdvice.class);
    it.onType(IMPL + "RoutingContextImpl").carryState();
    it.onType(IMPL + "RoutingContextImplBase")
        .advise(
            method("unhandledFailure")
                .takes("int", "java.lang.Throwable", "io.vertx.ext.web.impl.RouterImpl"),
            FailureAdvice.class);
  }
}
