package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.ObjectState;
import io.netty.handler.codec.http.HttpRequest;
import io.opentelemetry.context.Context;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Which context belongs to which request, from the message that is read to where it is handled. */
final class RequestContexts {
  private static final ObjectState<Object, Context> OF_MESSAGE = new ObjectState<>();
  private static final ObjectState<Object, Context> OF_REQUEST = new ObjectState<>();
  private static final ObjectState<Object, Context> OF_VERTX_CONTEXT = new ObjectState<>();

  private RequestContexts() {}

  /** The connection reads a message; it may wait until an earlier one was answered. */
  static void read(HttpRequest message) {
    Context current = Context.current();
    if (current != Context.root()) {
      OF_MESSAGE.set(message, current);
    }
  }

  /** A request was made of a message, to be handled in its own Vert.x context. */
  static void made(Object request, Object message, Object vertxContext) {
    Context context = OF_MESSAGE.take(message);
    if (context != null) {
      OF_VERTX_CONTEXT.set(vertxContext, context);
      OF_REQUEST.set(request, context);
    }
  }

  static @Nullable Context of(HttpServerRequest request) {
    return OF_REQUEST.get(request);
  }

  /** What is dispatched on the Vert.x context belongs to the request from now on. */
  static void bind(Object vertxContext, Context context) {
    OF_VERTX_CONTEXT.set(vertxContext, context);
  }

  /** The context of the request for which the Vert.x context was made, or null. */
  static @Nullable Context bound(Object vertxContext) {
    return OF_VERTX_CONTEXT.get(vertxContext);
  }
}
