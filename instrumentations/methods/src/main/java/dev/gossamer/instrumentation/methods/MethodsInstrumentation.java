package dev.gossamer.instrumentation.methods;

import static dev.gossamer.api.description.Methods.configured;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;
import dev.gossamer.api.description.Methods;
import dev.gossamer.api.method.AsyncResults;
import dev.gossamer.api.method.SuspendFunction;

/** Advises nothing unless the user names methods. */
public final class MethodsInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("methods").supports("Methods of the application, by name", "any");
    Methods plain = configured().takesLastOther(SuspendFunction.CONTINUATION);
    it.onConfiguredTypes()
        .advise(plain.returnsOther(AsyncResults.types()), CallAdvice.class)
        .advise(plain.returns(AsyncResults.types()), AsyncCallAdvice.class)
        .advise(
            configured().takesLast(SuspendFunction.CONTINUATION).returns(SuspendFunction.RESULT),
            SuspendCallAdvice.class);
  }
}
