package dev.gossamer.instrumentation.executors;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Remembers the context with the task and never wraps the task: queues, {@code remove} and the
 * hooks of a pool see what the application submitted. See docs/RATIONALE.md.
 */
public final class ExecutorsInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("executors", "executor")
        .supports("JDK executors and virtual threads", "8 to 25")
        .supports("JBoss Threads", "2.4 to 3.9")
        .supports("Spring task executors and schedulers", "5.3 to 7.0");

    it.onType(
            "java.util.concurrent.ThreadPoolExecutor",
            "org.apache.tomcat.util.threads.ThreadPoolExecutor")
        .advise(method("execute").takes("java.lang.Runnable"), SubmitAdvice.class)
        .advise(method("runWorker"), WorkerAdvice.class)
        .advise(method("reject").takes("java.lang.Runnable"), ForgetAdvice.class)
        .advise(method("remove").takes("java.lang.Runnable"), RemoveAdvice.class);
    it.onType(
            "java.util.concurrent.ThreadPoolExecutor",
            "org.apache.tomcat.util.threads.ThreadPoolExecutor")
        .onlyAttached()
        .advise(method("getTask").takes(), TakeTaskAdvice.class);
    it.onType("java.util.concurrent.ScheduledThreadPoolExecutor")
        .advise(method("delayedExecute"), ScheduleAdvice.class);

    // Pools that are not the JDK's own still make their futures with its classes.
    it.onType("java.util.concurrent.AbstractExecutorService")
        .advise(method("newTaskFor"), NewTaskAdvice.class);
    it.onType("java.util.concurrent.FutureTask")
        .carryState()
        .advise(method("run").takes(), RunAdvice.class);

    // Where tasks enter a pool has moved from release to release; a task enters once only.
    it.onType("java.util.concurrent.ForkJoinPool")
        .advise(
            method("externalPush", "externalSubmit", "scheduleDelayedTask"), ForkSubmitAdvice.class)
        .advise(
            method("poolSubmit").takes("boolean", "java.util.concurrent.ForkJoinTask"),
            PoolSubmitAdvice.class);
    it.onType("java.util.concurrent.ForkJoinTask")
        .carryState()
        .advise(method("fork").takes(), ForkAdvice.class)
        .advise(method("doExec").takes(), RunAdvice.class);

    // What CompletableFuture uses on one or two processors, as pods often have, before Java 25.
    it.onType("java.util.concurrent.CompletableFuture$ThreadPerTaskExecutor")
        .advise(method("execute").takes("java.lang.Runnable"), ThreadPerTaskAdvice.class);

    it.onType("java.lang.ThreadBuilders")
        .advise(method("newVirtualThread"), VirtualThreadAdvice.class);
    // Their threads need not be virtual.
    it.onType("java.util.concurrent.ThreadPerTaskExecutor")
        .advise(method("newThread").takes("java.lang.Runnable"), ThreadPerTaskAdvice.class);
    it.onType(
            "java.util.concurrent.StructuredTaskScope$SubtaskImpl",
            "java.util.concurrent.StructuredTaskScopeImpl$SubtaskImpl")
        .carryState()
        .advise(constructor(), ForkedAdvice.class)
        .advise(method("run").takes(), RunAdvice.class);

    describeEnhancedQueue(it);

    it.onType("org.springframework.core.task.SimpleAsyncTaskExecutor")
        .advise(method("doExecute").takes("java.lang.Runnable"), ThreadPerTaskAdvice.class);
    it.onType("org.springframework.scheduling.concurrent.ReschedulingRunnable")
        .advise(method("schedule").takes(), RescheduleAdvice.class);
  }

  /** The pool of Quarkus and WildFly, which runs its tasks in its own way. */
  private static void describeEnhancedQueue(Description it) {
    String runnable = "java.lang.Runnable";
    String unit = "java.util.concurrent.TimeUnit";
    it.onType("org.jboss.threads.EnhancedQueueExecutor")
        .advise(method("execute").takes(runnable), EnhancedQueueAdvice.class)
        .advise(method("schedule").takes(runnable, "long", unit), EnhancedQueueAdvice.class)
        .advise(
            method("schedule").takes("java.util.concurrent.Callable", "long", unit),
            EnhancedQueueCallableAdvice.class)
        .advise(
            method("scheduleAtFixedRate", "scheduleWithFixedDelay")
                .takes(runnable, "long", "long", unit),
            EnhancedQueuePeriodicAdvice.class);
  }
}
