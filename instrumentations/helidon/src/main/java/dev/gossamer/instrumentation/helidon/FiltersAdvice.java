package dev.gossamer.instrumentation.helidon;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import org.jspecify.annotations.Nullable;

/** Around everything that handles a request. */
final class FiltersAdvice {
  private FiltersAdvice() {}

  @Enter
  static @Nullable Handling enter(
      @Argument(1) RoutingRequest request, @Argument(2) RoutingResponse response) {
    return Handling.start(request, response);
  }

  @Exit
  static void exit(
      @Argument(1) RoutingRequest request,
      @Argument(2) RoutingResponse response,
      @State @Nullable Handling handling,
      @Thrown @Nullable Throwable thrown) {
    if (handling != null) {
      handling.end(request, response, thrown);
    }
  }
}
