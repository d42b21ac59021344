package dev.gossamer.instrumentation.guava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Executor;

/**
 * Runs the listener of one future, or has a pool run it, in the context in which the listener was
 * added. Kept by the future, and never given out by it.
 */
final class ListenerExecutor implements Executor {
  private final Executor executor;
  private final Context context;

  ListenerExecutor(Executor executor, Context context) {
    this.executor = executor;
    this.context = context;
  }

  @Override
  public void execute(Runnable listener) {
    try (Scope ignored = context.makeCurrent()) {
      executor.execute(listener);
    }
  }

  /** As Guava logs it when a listener throws. */
  @Override
  public String toString() {
    return executor.toString();
  }
}
