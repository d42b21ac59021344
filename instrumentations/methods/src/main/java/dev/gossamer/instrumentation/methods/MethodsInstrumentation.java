package dev.gossamer.instrumentation.methods;

import static dev.gossamer.api.description.Methods.configured;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;
import dev.gossamer.api.method.AsyncResults;

/** Advises nothing unless the user names methods. */
public final class MethodsInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("methods").supports("Methods of the application, by name", "any");
    it.onConfiguredTypes()
        .advise(configured().returnsOther(AsyncResults.types()), CallAdvice.class)
        .advise(configured().returns(AsyncResults.types()), AsyncCallAdvice.class);
  }
}
