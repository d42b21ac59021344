package dev.gossamer.instrumentation.executors;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** The task of a thread that runs no other, in its context; nobody but the thread ever sees it. */
final class ContextRunnable implements Runnable {
  private final Runnable task;
  private final Context context;

  ContextRunnable(Runnable task, Context context) {
    this.task = task;
    this.context = context;
  }

  @Override
  public void run() {
    try (Scope ignored = context.makeCurrent()) {
      task.run();
    }
  }
}
