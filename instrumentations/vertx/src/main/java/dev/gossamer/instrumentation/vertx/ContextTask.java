package dev.gossamer.instrumentation.vertx;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A task that dispatches a handler of the application, in the context of who handed it over. */
final class ContextTask implements Runnable {
  private final Runnable task;
  private final Context context;

  ContextTask(Runnable task, Context context) {
    this.task = task;
    this.context = context;
  }

  @Override
  public void run() {
    try (Scope ignored = HandedOver.forDispatch(context).makeCurrent()) {
      task.run();
    }
  }
}
