package dev.gossamer.instrumentation.opentelemetryreactor;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Has what an application stores take effect although it registers no hook: sources read it, see
 * the reactor instrumentation.
 */
public final class OpenTelemetryReactorInstrumentation implements Instrumentation {
  private static final String CONTEXT = "io.opentelemetry.context.Context";

  @Override
  public void describe(Description it) {
    it.named("opentelemetry-reactor")
        .supports("OpenTelemetry's ContextPropagationOperator for Reactor", "2.10 to 2.22")
        .seesOpenTelemetryOfApplication();
    it.onType("io.opentelemetry.instrumentation.reactor.v3_1.ContextPropagationOperator")
        .advise(
            method("storeOpenTelemetryContext").takes("reactor.util.context.Context", CONTEXT),
            StoreAdvice.class)
        .advise(
            method("runWithContext").takes("reactor.core.publisher.Mono", CONTEXT),
            RunMonoAdvice.class)
        .advise(
            method("runWithContext").takes("reactor.core.publisher.Flux", CONTEXT),
            RunFluxAdvice.class);
  }
}
