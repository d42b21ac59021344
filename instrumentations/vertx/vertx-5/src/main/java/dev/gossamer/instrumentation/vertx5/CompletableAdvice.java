package dev.gossamer.instrumentation.vertx5;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.vertx.core.Completable;
import org.jspecify.annotations.Nullable;

/** A future is told whom to tell of its end. */
final class CompletableAdvice {
  private CompletableAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Completable<?> completable(@Argument(0) @Nullable Completable<?> completable) {
    return ContextCompletable.of(completable);
  }
}
