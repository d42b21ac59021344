package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.advice.AnnotatedArguments;
import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Described;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.method.SuspendRun;
import org.jspecify.annotations.Nullable;

/** A suspend function of Kotlin, which is done when it returns and has not suspended. */
final class SuspendWithSpanAdvice {
  private SuspendWithSpanAdvice() {}

  @Enter
  static @Nullable SuspendRun enter(
      @Described SuspendWithSpanMethod method,
      @Argument(Argument.LAST) @Nullable Object continuation,
      @AnnotatedArguments @Nullable Object @Nullable [] arguments) {
    return method.enter(continuation, arguments);
  }

  @ReplaceArgument(Argument.LAST)
  static @Nullable Object continuation(
      @State @Nullable SuspendRun run, @Argument(Argument.LAST) @Nullable Object continuation) {
    return run == null ? continuation : run.continuation();
  }

  @Exit
  static void exit(
      @State @Nullable SuspendRun run,
      @Returned @Nullable Object result,
      @Thrown @Nullable Throwable thrown) {
    if (run != null) {
      run.end(result, thrown);
    }
  }
}
