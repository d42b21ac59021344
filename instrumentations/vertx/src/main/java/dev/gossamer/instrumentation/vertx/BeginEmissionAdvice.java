package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import org.jspecify.annotations.Nullable;

/** The same in the first releases of Vert.x 4. */
final class BeginEmissionAdvice {
  private BeginEmissionAdvice() {}

  @Exit
  static void exit(
      @This Object vertxContext,
      @Returned @Nullable Object previous,
      @Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Dispatches.begin(vertxContext, previous);
    }
  }
}
