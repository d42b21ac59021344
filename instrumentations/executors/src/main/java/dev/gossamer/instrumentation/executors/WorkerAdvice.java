package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.AfterCall;
import dev.gossamer.api.advice.BeforeCall;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Receiver;
import dev.gossamer.api.advice.State;
import org.jspecify.annotations.Nullable;

/** Around the life of a pool's thread, and around each task that it runs. */
final class WorkerAdvice {
  private WorkerAdvice() {}

  @Enter
  static Worker enter() {
    return new Worker();
  }

  @BeforeCall(owner = "java.lang.Runnable", name = "run")
  static void before(@State @Nullable Worker worker, @Receiver Runnable task) {
    if (worker != null) {
      worker.before(task);
    }
  }

  @AfterCall(owner = "java.lang.Runnable", name = "run")
  static void after(@State @Nullable Worker worker) {
    if (worker != null) {
      worker.after();
    }
  }

  @Exit
  static void exit(@State @Nullable Worker worker) {
    if (worker != null) {
      worker.after();
    }
  }
}
