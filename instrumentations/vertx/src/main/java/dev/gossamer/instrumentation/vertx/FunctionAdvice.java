package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A future gets another step. */
final class FunctionAdvice {
  private FunctionAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Function<?, ?> function(@Argument(0) @Nullable Function<?, ?> function) {
    return ContextFunction.of(function);
  }
}
