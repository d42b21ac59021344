package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** The context of a request that waits for a connection, kept with what waits. */
final class CallerContext {
  private static final ObjectState<Object, Context> CALLERS = new ObjectState<>();

  private CallerContext() {}

  static void keep(Object waiting) {
    Context current = Context.current();
    if (current != Context.root()) {
      CALLERS.set(waiting, current);
    }
  }

  /** Null where the caller's context is current already. */
  static @Nullable Scope enter(Object waiting) {
    Context kept = CALLERS.get(waiting);
    Context caller = kept == null ? Context.root() : kept;
    return Context.current() == caller ? null : caller.makeCurrent();
  }
}
