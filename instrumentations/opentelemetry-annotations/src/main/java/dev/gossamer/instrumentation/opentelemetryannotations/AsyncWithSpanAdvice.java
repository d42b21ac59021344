package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.advice.AnnotatedArguments;
import dev.gossamer.api.advice.Described;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.method.MethodSpan;
import org.jspecify.annotations.Nullable;

/** A method that is done when what it returned is. */
final class AsyncWithSpanAdvice {
  private AsyncWithSpanAdvice() {}

  @Enter
  static @Nullable MethodSpan enter(
      @Described WithSpanMethod method,
      @AnnotatedArguments @Nullable Object @Nullable [] arguments) {
    return method.start(arguments);
  }

  @Exit
  static @Nullable Object exit(
      @State @Nullable MethodSpan span,
      @Returned @Nullable Object result,
      @Thrown @Nullable Throwable thrown) {
    return span == null ? result : span.endWith(result, thrown);
  }
}
