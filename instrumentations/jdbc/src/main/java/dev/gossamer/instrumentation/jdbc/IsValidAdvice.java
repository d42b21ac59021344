package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.database.DatabaseSpan;
import dev.gossamer.api.database.DatabaseTracing;
import org.jspecify.annotations.Nullable;

/** A pool asks whether a connection lives: the query some drivers send for that is their own. */
final class IsValidAdvice {
  private IsValidAdvice() {}

  @Enter
  static @Nullable DatabaseSpan enter() {
    return DatabaseTracing.silence();
  }

  @Exit
  static void exit(@State @Nullable DatabaseSpan silence) {
    DatabaseTracing.endSilence(silence);
  }
}
