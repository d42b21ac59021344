package dev.gossamer.instrumentation.kotlincoroutines;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Puts the context into the coroutine context where a coroutine is made; the library then sets it
 * on each thread that the coroutine enters, and takes it back when the coroutine leaves.
 */
public final class KotlinCoroutinesInstrumentation implements Instrumentation {
  private static final String CONTEXT = "kotlin.coroutines.CoroutineContext";

  @Override
  public void describe(Description it) {
    it.named("kotlinx-coroutines", "kotlinx-coroutines-1.0")
        .supports("Kotlin coroutines", "1.6 to 1.11");

    // launch, async, runBlocking, produce, actor, future, mono, ...
    it.onType("kotlinx.coroutines.CoroutineContextKt")
        .advise(
            method("newCoroutineContext").takes("kotlinx.coroutines.CoroutineScope", CONTEXT),
            NewCoroutineAdvice.class);
    it.onType("kotlinx.coroutines.BuildersKt")
        .advise(
            method("withContext")
                .takes(CONTEXT, "kotlin.jvm.functions.Function2", "kotlin.coroutines.Continuation"),
            WithContextAdvice.class);

    // Dispatchers as plain executors.
    it.onType(
            "kotlinx.coroutines.DispatcherExecutor",
            "kotlinx.coroutines.scheduling.CoroutineScheduler",
            "kotlinx.coroutines.scheduling.DefaultIoScheduler")
        .advise(method("execute").takes("java.lang.Runnable"), ExecuteAdvice.class);
  }
}
