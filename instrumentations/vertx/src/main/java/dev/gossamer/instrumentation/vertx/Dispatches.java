package dev.gossamer.instrumentation.vertx;

import io.opentelemetry.context.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which context is current while Vert.x dispatches something, and which was before. Vert.x tells
 * begin and end by two calls, so what to go back to is kept in a stack of the thread.
 */
final class Dispatches {
  /**
   * The depth, then the context of each level: classes that outlive this one's loader, since
   * threads may.
   */
  private static final ThreadLocal<Object[]> STACK = new ThreadLocal<>();

  private static final int INITIAL_LENGTH = 8;

  private Dispatches() {}

  /**
   * @param vertxContext what is dispatched on; null for none
   * @param previous what was dispatched on around that; null for nothing
   */
  static void begin(@Nullable Object vertxContext, @Nullable Object previous) {
    Context current = Context.current();
    push(current);
    Context target = target(current, vertxContext, previous);
    if (target != current) {
      target.makeCurrent();
    }
  }

  static void end() {
    Context before = pop();
    if (before != null && before != Context.current()) {
      before.makeCurrent();
    }
  }

  private static Context target(
      Context current, @Nullable Object vertxContext, @Nullable Object previous) {
    if (vertxContext == null) {
      return Context.root();
    }
    if (current != Context.root()) {
      Context handedOver = HandedOver.in(current);
      if (handedOver != null) {
        return handedOver;
      }
      if (vertxContext == previous) {
        return current;
      }
    }
    Context bound = RequestContexts.bound(vertxContext);
    // What is current on an event loop or worker may be another request's.
    return bound == null ? Context.root() : bound;
  }

  private static void push(Context context) {
    Object[] stack = STACK.get();
    if (stack == null) {
      stack = new Object[INITIAL_LENGTH];
      stack[0] = 0;
      STACK.set(stack);
    }
    int depth = (Integer) stack[0] + 1;
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, depth * 2);
      STACK.set(stack);
    }
    stack[depth] = context;
    stack[0] = depth;
  }

  private static @Nullable Context pop() {
    Object[] stack = STACK.get();
    int depth = stack == null ? 0 : (Integer) stack[0];
    if (stack == null || depth == 0) {
      return null;
    }
    Context context = (Context) stack[depth];
    stack[depth] = null;
    stack[0] = depth - 1;
    return context;
  }
}
