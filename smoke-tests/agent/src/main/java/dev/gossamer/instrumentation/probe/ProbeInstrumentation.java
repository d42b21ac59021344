package dev.gossamer.instrumentation.probe;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the example library, soundly. */
public final class ProbeInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("probe", "probe-alias").supports("Example library", "1.0");
    it.onType("org.example.library.Client")
        .advise(method("call").takes().returns("java.lang.String"), SpanAdvice.class);
  }
}
