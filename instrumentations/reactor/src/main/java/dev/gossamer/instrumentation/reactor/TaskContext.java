package dev.gossamer.instrumentation.reactor;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** The context in which a task was made, kept with the task, which may run more than once. */
final class TaskContext {
  private static final ObjectState<Object, Context> MADE_IN = new ObjectState<>();

  private TaskContext() {}

  static void keep(Object task) {
    Context current = Context.current();
    if (current != Context.root()) {
      MADE_IN.set(task, current);
    }
  }

  /** Null where the task's context is current already. */
  static @Nullable Scope enter(Object task) {
    Context made = MADE_IN.get(task);
    Context context = made == null ? Context.root() : made;
    return Context.current() == context ? null : context.makeCurrent();
  }
}
