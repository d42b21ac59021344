package dev.gossamer.instrumentation.vertx;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step of a future that runs in the context in which it was added. */
final class ContextFunction<T, R> implements Function<T, R> {
  private final Function<T, R> function;
  private final Context context;

  private ContextFunction(Function<T, R> function, Context context) {
    this.function = function;
    this.context = context;
  }

  static <T, R> @Nullable Function<T, R> of(@Nullable Function<T, R> function) {
    if (function == null || function instanceof ContextFunction || HandedOver.isOfVertx(function)) {
      return function;
    }
    Context context = HandedOver.current();
    return context == null ? function : new ContextFunction<>(function, context);
  }

  @Override
  public R apply(T value) {
    try (Scope ignored = context.makeCurrent()) {
      return function.apply(value);
    }
  }
}
