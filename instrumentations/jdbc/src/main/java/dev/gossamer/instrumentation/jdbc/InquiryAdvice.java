package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.database.DatabaseSpan;
import dev.gossamer.api.database.DatabaseTracing;
import org.jspecify.annotations.Nullable;

/** A connection answers about itself: the queries that some drivers send for that are their own. */
final class InquiryAdvice {
  private InquiryAdvice() {}

  @Enter
  static @Nullable DatabaseSpan enter() {
    return DatabaseTracing.silence();
  }

  @Exit
  static void exit(@State @Nullable DatabaseSpan silence) {
    DatabaseTracing.endSilence(silence);
  }
}
