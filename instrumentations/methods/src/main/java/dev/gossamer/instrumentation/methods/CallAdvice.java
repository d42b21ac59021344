package dev.gossamer.instrumentation.methods;

import dev.gossamer.api.advice.Described;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.method.MethodSpan;
import org.jspecify.annotations.Nullable;

/** A method that is done when it returns. */
final class CallAdvice {
  private CallAdvice() {}

  @Enter
  static @Nullable MethodSpan enter(@Described ConfiguredMethod method) {
    return method.start();
  }

  @Exit
  static void exit(@State @Nullable MethodSpan span, @Thrown @Nullable Throwable thrown) {
    if (span != null) {
      span.end(thrown);
    }
  }
}
