package dev.gossamer.instrumentation.micronaut;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Of the server the one place where every request is matched, whichever server runs underneath; of
 * the client what makes a request wait for a connection.
 */
public final class MicronautInstrumentation implements Instrumentation {
  private static final String REQUEST = "io.micronaut.http.HttpRequest";
  private static final String CLIENT = "io.micronaut.http.client.netty.";

  @Override
  public void describe(Description it) {
    it.named("micronaut").supports("Micronaut", "4.0 to 5.0");

    // Error routes and status routes are looked for elsewhere.
    it.onType("io.micronaut.http.server.RouteExecutor")
        .advise(method("findRouteMatch").takes(REQUEST), RouteAdvice.class)
        .advise(
            method("createDefaultErrorResponse").takes(REQUEST, "java.lang.Throwable"),
            UncaughtAdvice.class);

    // A request that waits goes on where another one gives its connection back. Before 4.8 it
    // waits in a source of Reactor, which keeps contexts already.
    it.onType(
            CLIENT + "PoolResizer$PendingRequest",
            CLIENT + "Pool40$PendingRequest",
            CLIENT + "Pool49$PendingRequest")
        .carryState()
        .advise(constructor(), WaitingAdvice.class)
        .advise(method("tryComplete", "tryCompleteExceptionally"), GoesOnAdvice.class);
  }
}
