package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import org.jspecify.annotations.Nullable;

/** The handler is asked whether another send may help, which a redirect does. */
final class FailedAdvice {
  private FailedAdvice() {}

  @Exit
  static void exit(
      @This Object handler,
      @Argument(0) @Nullable Throwable failure,
      @Returned boolean again,
      @Thrown @Nullable Throwable thrown) {
    Subscribed request = Subscribed.of(handler);
    if (request != null && failure != null) {
      request.failed(handler, thrown == null ? failure : thrown, again);
    }
  }
}
