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
   * The depth, an int[], then the context of each level, null for the root, which is the usual one:
   * classes that outlive this one's loader, since threads may.
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
      stack[0] = new int[1];
      STACK.set(stack);
    }
    int depth = ++((int[]) stack[0])[0];
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, depth * 2);
      STACK.set(stack);
    }
    if (context != Context.root()) {
      stack[depth] = context;
    }
  }

  /** Null when more ended than began. */
  private static @Nullable Context pop() {
    Object[] stack = STACK.get();
    if (stack == null) {
      return null;
    }
    int[] depth = (int[]) stack[0];
    if (depth[0] == 0) {
      return null;
    }
    int top = depth[0]--;
    Context context = (Context) stack[top];
    if (context == null) {
      return Context.root();
    }
    stack[top] = null;
    return context;
  }
}
