package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.advice.AnnotatedArguments;
import dev.gossamer.api.advice.Described;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.method.MethodSpan;
import org.jspecify.annotations.Nullable;

/** A method that is done when it returns. */
final class WithSpanAdvice {
  private WithSpanAdvice() {}

  @Enter
  static @Nullable MethodSpan enter(
      @Described WithSpanMethod method,
      @AnnotatedArguments @Nullable Object @Nullable [] arguments) {
    return method.start(arguments);
  }

  @Exit
  static void exit(@State @Nullable MethodSpan span, @Thrown @Nullable Throwable thrown) {
    if (span != null) {
      span.end(thrown);
    }
  }
}
