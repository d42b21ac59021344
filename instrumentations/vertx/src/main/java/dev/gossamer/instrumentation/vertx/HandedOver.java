package dev.gossamer.instrumentation.vertx;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/** Contexts that go along with what an application hands to Vert.x. */
final class HandedOver {
  private static final ContextKey<Context> KEY = ContextKey.named("gossamer-vertx-handed-over");

  private HandedOver() {}

  /** The context to hand over; null when there is none. */
  static @Nullable Context current() {
    Context current = Context.current();
    if (current == Context.root()) {
      return null;
    }
    Context inner = current.get(KEY);
    return inner == null ? current : inner;
  }

  /** The context that the next dispatch is to have, instead of the Vert.x context's own. */
  static Context forDispatch(Context context) {
    return context.with(KEY, context);
  }

  static @Nullable Context in(Context context) {
    return context.get(KEY);
  }

  /** Vert.x's own handlers serve many requests, and some of them are looked at by their class. */
  static boolean isOfVertx(Object handler) {
    return handler.getClass().getName().startsWith("io.vertx.core.");
  }
}
