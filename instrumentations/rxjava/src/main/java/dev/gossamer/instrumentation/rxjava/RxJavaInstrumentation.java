package dev.gossamer.instrumentation.rxjava;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * What the executors underneath leave open: tasks that do not pass through a pool one by one, and
 * signals of threads that belong to nobody. No hook of the application is touched.
 */
public final class RxJavaInstrumentation implements Instrumentation {
  private static final String EXECUTOR_WORKER =
      "io.reactivex.internal.schedulers.ExecutorScheduler$ExecutorWorker";

  @Override
  public void describe(Description it) {
    it.named("rxjava", "rxjava-2.0", "rxjava-3.0", "rxjava-3.1.1").supports("RxJava", "2.1 to 3.1");
    for (String core : new String[] {"Observable", "Flowable", "Single", "Maybe", "Completable"}) {
      it.alsoFor("io.reactivex." + core, "io.reactivex.rxjava3.core." + core);
      String observer = core.equals("Observable") ? "Observer" : core + "Observer";
      it.alsoFor("io.reactivex." + observer, "io.reactivex.rxjava3.core." + observer);
    }
    it.alsoFor("io.reactivex.FlowableSubscriber", "io.reactivex.rxjava3.core.FlowableSubscriber")
        .alsoFor("io.reactivex.disposables", "io.reactivex.rxjava3.disposables")
        .alsoFor("io.reactivex.functions", "io.reactivex.rxjava3.functions")
        .alsoFor("io.reactivex.internal", "io.reactivex.rxjava3.internal")
        .alsoFor("io.reactivex.plugins", "io.reactivex.rxjava3.plugins");

    // Every subscription passes here, after the application's own hook.
    it.onType("io.reactivex.plugins.RxJavaPlugins")
        .advise(method("onSubscribe"), SubscribeAdvice.class);

    it.onType(EXECUTOR_WORKER + "$BooleanRunnable", EXECUTOR_WORKER + "$InterruptibleRunnable")
        .carryState()
        .advise(constructor(), TaskMadeAdvice.class)
        .advise(method("run").takes(), TaskRunAdvice.class);
    // Executors leave periodic tasks alone; these belong to one subscription, and end with it.
    it.onType("io.reactivex.internal.schedulers.ScheduledDirectPeriodicTask")
        .carryState()
        .advise(constructor(), TaskMadeAdvice.class)
        .advise(method("run").takes(), TaskRunAdvice.class);
  }
}
