package dev.gossamer.instrumentation.guava;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the two places by which all listeners, callbacks and transformations are added. */
public final class GuavaInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("guava", "guava-10.0").supports("Guava ListenableFuture", "10 to 33");
    it.onType("com.google.common.util.concurrent.AbstractFuture")
        .advise(
            method("addListener").takes("java.lang.Runnable", "java.util.concurrent.Executor"),
            AddListenerAdvice.class);
    // Keeps the listeners of AbstractFuture before 19, and those of ListenableFutureTask.
    it.onType("com.google.common.util.concurrent.ExecutionList")
        .advise(
            method("add").takes("java.lang.Runnable", "java.util.concurrent.Executor"),
            AddListenerAdvice.class);
  }
}
