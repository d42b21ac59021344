package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Vert.x 5 is given code that blocks. */
final class BlockingCallableAdvice {
  private BlockingCallableAdvice() {}

  @ReplaceArgument(2)
  static @Nullable Callable<?> callable(@Argument(2) @Nullable Callable<?> callable) {
    return ContextCallable.of(callable);
  }
}
