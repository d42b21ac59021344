package dev.gossamer.instrumentation.vertx5;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.vertx.core.Completable;
import org.jspecify.annotations.Nullable;

/** Hears of a future's end in the context in which it was added to the future. */
final class ContextCompletable<T> implements Completable<T> {
  private final Completable<T> completable;
  private final Context context;

  private ContextCompletable(Completable<T> completable, Context context) {
    this.completable = completable;
    this.context = context;
  }

  static <T> @Nullable Completable<T> of(@Nullable Completable<T> completable) {
    Context context = Context.current();
    if (completable == null
        || context == Context.root()
        || completable instanceof ContextCompletable
        || isOfVertx(completable.getClass().getName())) {
      return completable;
    }
    return new ContextCompletable<>(completable, context);
  }

  /** Vert.x's own, apart from what the future puts around a handler of the application. */
  private static boolean isOfVertx(String name) {
    return name.startsWith("io.vertx.core.") && !name.startsWith("io.vertx.core.Future$");
  }

  @Override
  public void complete(T result, Throwable failure) {
    try (Scope ignored = context.makeCurrent()) {
      completable.complete(result, failure);
    }
  }
}
