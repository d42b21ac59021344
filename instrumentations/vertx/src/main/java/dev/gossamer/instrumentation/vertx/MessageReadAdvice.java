package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** A connection reads a message, in the context that Netty's instrumentation made for it. */
final class MessageReadAdvice {
  private MessageReadAdvice() {}

  @Enter
  static void enter(@Argument(1) @Nullable Object message) {
    if (message instanceof HttpRequest) {
      RequestContexts.read((HttpRequest) message);
    }
  }
}
