package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done when more of a body has arrived belongs to whoever asked for that. The channel
 * alone sees the task, and learns of the wrapper how the task wants to be called.
 */
final class DemandAdvice {
  private DemandAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Runnable task(@Argument(0) @Nullable Runnable task) {
    Context context = Context.current();
    return task == null || context == Context.root()
        ? task
        : Invocable.from(Invocable.getInvocationType(task), context.wrap(task));
  }
}
