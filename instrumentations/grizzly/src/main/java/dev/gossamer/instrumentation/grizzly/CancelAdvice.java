package dev.gossamer.instrumentation.grizzly;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.glassfish.grizzly.http.server.Request;

/** A request will not be answered: its connection is closed, or it was cancelled. */
final class CancelAdvice {
  private CancelAdvice() {}

  @Enter
  static void enter(@Argument(2) Request request) {
    Requests.cancelled(request);
  }
}
