package dev.gossamer.instrumentation.faulty;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the example library by what throws wherever it can. */
public final class FaultyInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("faulty").supports("Example library", "1.0");
    it.onType("org.example.library.Client")
        .advise(method("plain").takes("java.lang.String"), ReplacingAdvice.class)
        .advise(method("number", "flag", "nothing", "failing"), ThrowingAdvice.class);
  }
}
