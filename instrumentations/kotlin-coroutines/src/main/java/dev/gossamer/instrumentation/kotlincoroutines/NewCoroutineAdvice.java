package dev.gossamer.instrumentation.kotlincoroutines;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.CoroutineScope;
import org.jspecify.annotations.Nullable;

/** A coroutine is made in a scope. */
final class NewCoroutineAdvice {
  private NewCoroutineAdvice() {}

  @ReplaceArgument(1)
  static @Nullable CoroutineContext context(
      @Argument(0) @Nullable CoroutineScope scope, @Argument(1) @Nullable CoroutineContext added) {
    if (scope == null || added == null || ContextElement.Key.in(added) != null) {
      return added;
    }
    Context current = Context.current();
    Context inherited = CallContext.of(scope.getCoroutineContext());
    // A thread without any context says nothing against the one of the scope's coroutine.
    if (inherited != null && (current == Context.root() || inherited == current)) {
      return added;
    }
    // First, so that elements of the application with thread state of their own have the last word.
    return ContextElement.of(current).plus(added);
  }
}
