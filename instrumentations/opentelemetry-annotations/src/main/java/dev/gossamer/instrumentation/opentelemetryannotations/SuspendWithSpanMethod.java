package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.api.method.SuspendFunction;
import dev.gossamer.api.method.SuspendRun;
import dev.gossamer.api.method.TracedMethod;
import org.jspecify.annotations.Nullable;

/** A suspend function with {@code @WithSpan}. */
final class SuspendWithSpanMethod {
  private final @Nullable TracedMethod traced;
  private final @Nullable SuspendFunction function;

  SuspendWithSpanMethod(AdvisedMethod method) {
    traced = WithSpanMethod.traced(method);
    function =
        traced == null
            ? null
            : SuspendFunction.of(
                Annotations.INSTRUMENTATION, method, SuspendWithSpanMethod.class.getClassLoader());
  }

  @Nullable SuspendRun enter(
      @Nullable Object continuation, @Nullable Object @Nullable [] arguments) {
    return traced == null || function == null
        ? null
        : function.enter(traced, continuation, arguments);
  }
}
