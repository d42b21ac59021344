package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Jetty writes an error: what a handler inside a context threw goes no further than that. */
final class ErrorAdvice {
  private ErrorAdvice() {}

  @Enter
  static void enter(@Argument(0) Request request, @Argument(1) Response response) {
    Handling.answeredWithError(request, response);
  }
}
