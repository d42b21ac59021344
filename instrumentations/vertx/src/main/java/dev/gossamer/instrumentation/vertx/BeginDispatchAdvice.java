package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.Thrown;
import org.jspecify.annotations.Nullable;

/** Vert.x begins to dispatch something on one of its contexts. */
final class BeginDispatchAdvice {
  private BeginDispatchAdvice() {}

  @Exit
  static void exit(
      @Argument(0) @Nullable Object vertxContext,
      @Returned @Nullable Object previous,
      @Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Dispatches.begin(vertxContext, previous);
    }
  }
}
