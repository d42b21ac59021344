package dev.gossamer.instrumentation.undertow;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.undertow.io.IoCallback;
import org.jspecify.annotations.Nullable;

/** Something is sent; who sends it is called back, often by an I/O thread. */
final class SendAdvice {
  private SendAdvice() {}

  @ReplaceArgument(1)
  static @Nullable IoCallback callback(@Argument(1) @Nullable IoCallback callback) {
    return ContextCallback.of(callback);
  }
}
