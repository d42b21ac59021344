package dev.gossamer.instrumentation.helidon;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import io.helidon.webserver.http.RoutingResponse;
import org.jspecify.annotations.Nullable;

/** Helidon has answered for an exception that no handler of the application's took. */
final class ErrorAdvice {
  private ErrorAdvice() {}

  @Exit
  static void exit(@Argument(2) RoutingResponse response, @Argument(3) @Nullable Throwable thrown) {
    Handling.failed(response, thrown);
  }
}
