package dev.gossamer.instrumentation.guava;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A listener is added to a future. Guava looks at its class, so it is left as it is. */
final class AddListenerAdvice {
  private AddListenerAdvice() {}

  @ReplaceArgument(1)
  static @Nullable Executor executor(@Argument(1) @Nullable Executor executor) {
    Context current = Context.current();
    return executor == null || current == Context.root() || executor instanceof ListenerExecutor
        ? executor
        : new ListenerExecutor(executor, current);
  }
}
