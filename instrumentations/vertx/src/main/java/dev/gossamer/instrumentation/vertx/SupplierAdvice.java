package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A future gets a last step, from Vert.x 5 on. */
final class SupplierAdvice {
  private SupplierAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Supplier<?> supplier(@Argument(0) @Nullable Supplier<?> supplier) {
    return ContextSupplier.of(supplier);
  }
}
