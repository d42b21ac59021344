package dev.gossamer.instrumentation.vertx;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Blocking code that runs in the context in which Vert.x was given it. */
final class ContextCallable<T> implements Callable<T> {
  private final Callable<T> callable;
  private final Context context;

  private ContextCallable(Callable<T> callable, Context context) {
    this.callable = callable;
    this.context = context;
  }

  static <T> @Nullable Callable<T> of(@Nullable Callable<T> callable) {
    Context context = callable == null ? null : HandedOver.current();
    return callable == null || context == null
        ? callable
        : new ContextCallable<>(callable, context);
  }

  @Override
  public T call() throws Exception {
    try (Scope ignored = context.makeCurrent()) {
      return callable.call();
    }
  }
}
