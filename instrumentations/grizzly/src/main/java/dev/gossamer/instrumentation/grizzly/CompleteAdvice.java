package dev.gossamer.instrumentation.grizzly;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.glassfish.grizzly.http.server.Response;

/** A request is answered. */
final class CompleteAdvice {
  private CompleteAdvice() {}

  @Enter
  static void enter(@Argument(2) Response response) {
    Requests.complete(response);
  }
}
