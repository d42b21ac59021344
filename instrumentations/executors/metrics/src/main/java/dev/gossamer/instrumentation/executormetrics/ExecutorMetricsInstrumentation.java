package dev.gossamer.instrumentation.executormetrics;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Sees a pool when one of its threads begins to work: nothing is done for a task. */
public final class ExecutorMetricsInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("executor-metrics")
        .offByDefault()
        .measuresOnly()
        .supports("JDK executors: metrics", "8 to 25");

    it.onType("java.util.concurrent.ThreadPoolExecutor")
        .advise(method("runWorker"), ThreadPoolAdvice.class);
    it.onType("java.util.concurrent.ForkJoinPool")
        .advise(method("runWorker"), ForkJoinAdvice.class);
  }
}
