package dev.gossamer.instrumentation.undertow;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.undertow.io.DefaultIoCallback;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A callback in the context of whoever gave it to a sender, which alone sees the difference. */
final class ContextCallback implements IoCallback {
  private final IoCallback callback;
  private final Context context;

  private ContextCallback(IoCallback callback, Context context) {
    this.callback = callback;
    this.context = context;
  }

  static @Nullable IoCallback of(@Nullable IoCallback callback) {
    // Undertow knows its own ones by identity, and they call nothing.
    if (callback == null
        || callback.getClass() == DefaultIoCallback.class
        || callback instanceof ContextCallback) {
      return callback;
    }
    Context context = Context.current();
    return context == Context.root() ? callback : new ContextCallback(callback, context);
  }

  @Override
  public void onComplete(HttpServerExchange exchange, Sender sender) {
    try (Scope unused = context.makeCurrent()) {
      callback.onComplete(exchange, sender);
    }
  }

  @Override
  public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
    try (Scope unused = context.makeCurrent()) {
      callback.onException(exchange, sender, exception);
    }
  }
}
