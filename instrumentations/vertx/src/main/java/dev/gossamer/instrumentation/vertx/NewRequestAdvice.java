package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** A request of HTTP/1.1 is made of the message and the Vert.x context in which it is handled. */
final class NewRequestAdvice {
  private NewRequestAdvice() {}

  @Exit
  static void exit(
      @This Object request, @Argument(1) Object message, @Argument(2) Object vertxContext) {
    RequestContexts.made(request, message, vertxContext);
  }
}
