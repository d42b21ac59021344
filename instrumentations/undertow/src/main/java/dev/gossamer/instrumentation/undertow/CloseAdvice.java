package dev.gossamer.instrumentation.undertow;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.undertow.io.IoCallback;
import org.jspecify.annotations.Nullable;

/** A sender is closed; who closes it is called back, often by an I/O thread. */
final class CloseAdvice {
  private CloseAdvice() {}

  @ReplaceArgument(0)
  static @Nullable IoCallback callback(@Argument(0) @Nullable IoCallback callback) {
    return ContextCallback.of(callback);
  }
}
