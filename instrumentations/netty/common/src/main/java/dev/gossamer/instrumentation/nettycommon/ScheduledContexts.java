package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The contexts in which tasks were scheduled that run once. Netty's own watch over connections and
 * schedule themselves again and again: they belong to no request.
 */
final class ScheduledContexts {
  private static final ObjectState<Object, Context> CONTEXTS = new ObjectState<>();

  private ScheduledContexts() {}

  static void keep(Object scheduled, Object task) {
    Context current = Context.current();
    if (current != Context.root() && Callers.made(task)) {
      CONTEXTS.set(scheduled, current);
    }
  }

  static @Nullable Scope enter(Object task) {
    Context context = CONTEXTS.get(task);
    return context == null ? null : context.makeCurrent();
  }

  static void forgetIfDone(Object task) {
    if (task instanceof Future && ((Future<?>) task).isDone()) {
      CONTEXTS.take(task);
    }
  }
}
