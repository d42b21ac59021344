package dev.gossamer.instrumentation.opentelemetryapi;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Puts the agent's telemetry behind the application's API, and its contexts behind its own. */
public final class OpenTelemetryApiInstrumentation implements Instrumentation {
  private static final String GLOBAL = "io.opentelemetry.api.GlobalOpenTelemetry";

  @Override
  public void describe(Description it) {
    it.named("opentelemetry-api", "opentelemetry-api-1.0")
        .supports("OpenTelemetry API", "1.20 to 1.67")
        .seesOpenTelemetryOfApplication();
    it.onType(GLOBAL)
        .advise(method("get").takes(), GlobalAdvice.class)
        .advise(method("getOrNoop").takes(), GlobalAdvice.class)
        .advise(method("isSet").takes(), GlobalAdvice.class)
        .advise(method("resetForTest").takes(), ResetAdvice.class)
        .advise(method("set").takes("io.opentelemetry.api.OpenTelemetry"), SetAdvice.class);
    it.onType("io.opentelemetry.context.LazyStorage")
        .when(present(GLOBAL))
        .advise(method("createStorage"), StorageAdvice.class);
  }
}
