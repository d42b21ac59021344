package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.advice.AnnotatedArguments;
import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Described;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.State;
import org.jspecify.annotations.Nullable;

/**
 * The same for a suspend function, whose arguments are told when it begins, not when it resumes.
 */
final class SuspendAddingSpanAttributesAdvice {
  private SuspendAddingSpanAttributesAdvice() {}

  @Enter
  static @Nullable Object enter(
      @Described SuspendAddingSpanAttributesMethod method,
      @Argument(Argument.LAST) @Nullable Object continuation,
      @AnnotatedArguments @Nullable Object @Nullable [] arguments) {
    return arguments == null ? null : method.add(arguments, continuation);
  }

  @ReplaceArgument(Argument.LAST)
  static @Nullable Object continuation(
      @State @Nullable Object known, @Argument(Argument.LAST) @Nullable Object continuation) {
    return known == null ? continuation : known;
  }
}
