package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.api.method.SuspendFunction;
import org.jspecify.annotations.Nullable;

/** A suspend function with {@code @AddingSpanAttributes}. */
final class SuspendAddingSpanAttributesMethod {
  private final AddingSpanAttributesMethod method;
  private final @Nullable SuspendFunction function;

  SuspendAddingSpanAttributesMethod(AdvisedMethod method) {
    this.method = new AddingSpanAttributesMethod(method);
    function =
        this.method.addsNothing()
            ? null
            : SuspendFunction.of(
                Annotations.INSTRUMENTATION,
                method,
                SuspendAddingSpanAttributesMethod.class.getClassLoader());
  }

  /** What a new call gets as its continuation; null for one that goes on. */
  @Nullable Object add(@Nullable Object[] arguments, @Nullable Object continuation) {
    if (function == null || !function.begins(continuation)) {
      return null;
    }
    method.add(arguments);
    return function.known(continuation);
  }
}
