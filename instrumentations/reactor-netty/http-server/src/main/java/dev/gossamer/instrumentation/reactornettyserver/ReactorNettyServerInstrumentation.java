package dev.gossamer.instrumentation.reactornettyserver;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Adds to the span that Netty's codec made. See README.md. */
public final class ReactorNettyServerInstrumentation implements Instrumentation {
  private static final String SERVER = "reactor.netty.http.server.";

  @Override
  public void describe(Description it) {
    it.named("reactor-netty-server", "reactor-netty", "reactor-netty-1.0")
        .supports("Reactor Netty HttpServer", "1.0 to 1.3");

    it.onType(SERVER + "DefaultHttpServerRoutes$HttpRouteHandler")
        .when(present(SERVER + "HttpRouteHandlerMetadata"))
        .advise(
            method("apply").takes(SERVER + "HttpServerRequest", SERVER + "HttpServerResponse"),
            RouteAdvice.class);
    it.onType(SERVER + "HttpServerOperations")
        .when(present(SERVER + "HttpRouteHandlerMetadata"))
        .advise(method("onOutboundError").takes("java.lang.Throwable"), ErrorAdvice.class);
  }
}
