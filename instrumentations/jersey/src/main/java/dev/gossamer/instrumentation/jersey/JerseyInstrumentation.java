package dev.gossamer.instrumentation.jersey;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the stage that finds the resource method of a request. */
public final class JerseyInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("jersey", "jersey-2.0", "jersey-3.0", "jaxrs", "jaxrs-2.0", "jaxrs-3.0")
        .supports("Jersey", "2.22 to 4.0");
    it.onType("org.glassfish.jersey.server.internal.routing.RoutingStage")
        .advise(
            method("apply")
                .takes("org.glassfish.jersey.server.internal.process.RequestProcessingContext"),
            RoutingAdvice.class);
    it.onType("org.glassfish.jersey.server.model.ResourceMethod").carryState();
  }
}
