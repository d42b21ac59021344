package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A task is given to the thread of a Vert.x context. {@code Context.runOnContext} lives in an
 * interface from Vert.x 4.1 on, so its task is recognised here; the other tasks are Vert.x's own,
 * such as the end of a future that anyone may have completed.
 */
final class ExecuteAdvice {
  private ExecuteAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Runnable task(@Argument(0) @Nullable Runnable task) {
    if (task == null) {
      return null;
    }
    Context context = HandedOver.current();
    return context != null && isOfRunOnContext(task.getClass().getName())
        ? new ContextTask(task, context)
        : task;
  }

  private static boolean isOfRunOnContext(String name) {
    return name.startsWith("io.vertx.core.internal.ContextInternal$")
        || name.startsWith("io.vertx.core.impl.ContextInternal$");
  }
}
