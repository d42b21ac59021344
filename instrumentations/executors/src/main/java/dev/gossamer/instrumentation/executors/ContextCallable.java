package dev.gossamer.instrumentation.executors;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Callable;

/** The task of a pool that shows its tasks to nobody, in its context. */
final class ContextCallable<T> implements Callable<T> {
  private final Callable<T> task;
  private final Context context;

  ContextCallable(Callable<T> task, Context context) {
    this.task = task;
    this.context = context;
  }

  @Override
  public T call() throws Exception {
    try (Scope ignored = context.makeCurrent()) {
      return task.call();
    }
  }
}
