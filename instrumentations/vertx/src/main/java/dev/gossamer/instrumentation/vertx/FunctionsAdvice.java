package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A future gets a step for success and one for failure. */
final class FunctionsAdvice {
  private FunctionsAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Function<?, ?> success(@Argument(0) @Nullable Function<?, ?> function) {
    return ContextFunction.of(function);
  }

  @ReplaceArgument(1)
  static @Nullable Function<?, ?> failure(@Argument(1) @Nullable Function<?, ?> function) {
    return ContextFunction.of(function);
  }
}
