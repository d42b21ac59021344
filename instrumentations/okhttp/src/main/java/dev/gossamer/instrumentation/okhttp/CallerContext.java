package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The context in which a call was enqueued. Which thread hands it to the pool is a matter of
 * chance: it may be one that has just finished a call of somebody else's.
 */
final class CallerContext {
  private static final ObjectState<Object, Context> CALLERS = new ObjectState<>();

  private CallerContext() {}

  static void keep(Object asyncCall) {
    Context current = Context.current();
    if (current != Context.root()) {
      CALLERS.set(asyncCall, current);
    }
  }

  /** Null when it is current already. */
  static @Nullable Scope enter(Object asyncCall) {
    Context kept = CALLERS.get(asyncCall);
    Context caller = kept == null ? Context.root() : kept;
    return caller == Context.current() ? null : caller.makeCurrent();
  }
}
