package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.advice.AnnotatedArguments;
import dev.gossamer.api.advice.Described;
import dev.gossamer.api.advice.Enter;
import org.jspecify.annotations.Nullable;

/** A method whose arguments say something of the span it is called in. */
final class AddingSpanAttributesAdvice {
  private AddingSpanAttributesAdvice() {}

  @Enter
  static void enter(
      @Described AddingSpanAttributesMethod method,
      @AnnotatedArguments @Nullable Object @Nullable [] arguments) {
    if (arguments != null) {
      method.add(arguments);
    }
  }
}
