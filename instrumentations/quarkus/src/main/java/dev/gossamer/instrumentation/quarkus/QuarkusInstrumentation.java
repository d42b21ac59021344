package dev.gossamer.instrumentation.quarkus;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Names the route where a request goes on to a resource method; see README.md. */
public final class QuarkusInstrumentation implements Instrumentation {
  private static final String REST = "org.jboss.resteasy.reactive.server.";
  private static final String RESOURCE = REST + "mapping.RuntimeResource";

  @Override
  public void describe(Description it) {
    it.named("quarkus-resteasy-reactive", "quarkus-rest", "quarkus", "jaxrs")
        .supports("Quarkus REST (RESTEasy Reactive)", "3.2 to 3.38");
    it.onType(REST + "handlers.RestInitialHandler")
        .advise(method("beginProcessing").takes("java.lang.Object"), BeginAdvice.class);
    it.onType(REST + "core.ResteasyReactiveRequestContext")
        .carryState()
        .advise(method("restart").takes(RESOURCE, "boolean"), RestartAdvice.class);
    it.onType(RESOURCE).carryState();
    it.onType("io.quarkus.vertx.http.runtime.QuarkusErrorHandler")
        .advise(method("handle").takes("io.vertx.ext.web.RoutingContext"), ErrorAdvice.class);
  }
}
