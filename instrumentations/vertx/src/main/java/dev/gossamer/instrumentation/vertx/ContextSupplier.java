package dev.gossamer.instrumentation.vertx;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A step of a future that runs in the context in which it was added. */
final class ContextSupplier<T> implements Supplier<T> {
  private final Supplier<T> supplier;
  private final Context context;

  private ContextSupplier(Supplier<T> supplier, Context context) {
    this.supplier = supplier;
    this.context = context;
  }

  static <T> @Nullable Supplier<T> of(@Nullable Supplier<T> supplier) {
    if (supplier == null || supplier instanceof ContextSupplier || HandedOver.isOfVertx(supplier)) {
      return supplier;
    }
    Context context = HandedOver.current();
    return context == null ? supplier : new ContextSupplier<>(supplier, context);
  }

  @Override
  public T get() {
    try (Scope ignored = context.makeCurrent()) {
      return supplier.get();
    }
  }
}
