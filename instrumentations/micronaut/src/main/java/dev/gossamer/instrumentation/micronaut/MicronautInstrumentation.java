package dev.gossamer.instrumentation.micronaut;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Listens at the one place where every request is matched, whichever server runs underneath. */
public final class MicronautInstrumentation implements Instrumentation {
  private static final String REQUEST = "io.micronaut.http.HttpRequest";

  @Override
  public void describe(Description it) {
    it.named("micronaut").supports("Micronaut", "4.0 to 5.0");
    // Error routes and status routes are looked for elsewhere.
    it.onType("io.micronaut.http.server.RouteExecutor")
        .advise(method("findRouteMatch").takes(REQUEST), RouteAdvice.class)
        .advise(
            method("createDefaultErrorResponse").takes(REQUEST, "java.lang.Throwable"),
            UncaughtAdvice.class);
  }
}
