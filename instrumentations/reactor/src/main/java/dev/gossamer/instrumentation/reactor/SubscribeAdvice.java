package dev.gossamer.instrumentation.reactor;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.bridge.StoredContexts;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/** A source gets a subscriber: what it gets sets the context of the subscription. */
final class SubscribeAdvice {
  private SubscribeAdvice() {}

  @ReplaceArgument(0)
  static @Nullable CoreSubscriber<?> subscriber(@Argument(0) @Nullable CoreSubscriber<?> actual) {
    Context context = Context.current();
    if (StoredContexts.isUsed() && actual != null) {
      context =
          StoredContexts.or(
              actual.currentContext().getOrDefault(StoredContexts.KEY, null), context);
    }
    // Where there is no context, a signal may bring the one of whoever caused it.
    if (actual == null || context == Context.root() || ContextSubscriber.sets(actual, context)) {
      return actual;
    }
    return new ContextSubscriber<>(actual, context);
  }
}
