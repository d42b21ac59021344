package dev.gossamer.instrumentation.kotlincoroutines;

import io.opentelemetry.context.Context;

/** A task of a dispatcher, in the context in which it was handed over. */
final class ContextRunnable implements Runnable {
  private final Runnable task;
  private final Context context;

  ContextRunnable(Runnable task, Context context) {
    this.task = task;
    this.context = context;
  }

  @Override
  public void run() {
    Context outer = ContextElement.enter(context);
    try {
      task.run();
    } finally {
      // Not by closing a scope: what the task left open must not stay on the dispatcher's thread.
      ContextElement.enter(outer);
    }
  }
}
