package dev.gossamer.instrumentation.kotlincoroutines;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import org.jspecify.annotations.Nullable;

/** A coroutine runs a block in another context, maybe on another thread. */
final class WithContextAdvice {
  private WithContextAdvice() {}

  @ReplaceArgument(0)
  static @Nullable CoroutineContext context(
      @Argument(0) @Nullable CoroutineContext added,
      @Argument(2) @Nullable Continuation<?> continuation) {
    if (added == null
        || continuation == null
        || added == EmptyCoroutineContext.INSTANCE
        || ContextElement.Key.in(added) != null) {
      return added;
    }
    Context current = Context.current();
    CoroutineContext outer = continuation.getContext();
    Context own = CallContext.of(outer);
    if (own != null && (current == Context.root() || own == current)) {
      return added;
    }
    // A flow may emit from a block whose context has the same elements, and from no other.
    return outer.plus(added).equals(outer) ? added : ContextElement.of(current).plus(added);
  }
}
