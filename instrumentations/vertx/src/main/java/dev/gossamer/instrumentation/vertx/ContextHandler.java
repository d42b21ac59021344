package dev.gossamer.instrumentation.vertx;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

/** A handler of the application that runs in the context in which Vert.x was given it. */
final class ContextHandler<T> implements Handler<T> {
  private final Handler<T> handler;
  private final Context context;

  private ContextHandler(Handler<T> handler, Context context) {
    this.handler = handler;
    this.context = context;
  }

  static <T> @Nullable Handler<T> of(@Nullable Handler<T> handler) {
    return handler == null || HandedOver.isOfVertx(handler) ? handler : ofAny(handler);
  }

  static <T> @Nullable Handler<T> ofAny(@Nullable Handler<T> handler) {
    if (handler == null || handler instanceof ContextHandler) {
      return handler;
    }
    Context context = HandedOver.current();
    return context == null ? handler : new ContextHandler<>(handler, context);
  }

  /** Belongs to nobody's request, wherever it is set up. */
  static <T> @Nullable Handler<T> ofNone(@Nullable Handler<T> handler) {
    if (handler == null || HandedOver.isOfVertx(handler) || Context.current() == Context.root()) {
      return handler;
    }
    return new ContextHandler<>(handler, Context.root());
  }

  @Override
  public void handle(T event) {
    try (Scope ignored = context.makeCurrent()) {
      handler.handle(event);
    }
  }
}
