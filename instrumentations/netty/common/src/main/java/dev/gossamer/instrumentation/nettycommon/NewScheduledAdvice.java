package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.jspecify.annotations.Nullable;

/** A task that is to run once, later, is made. */
final class NewScheduledAdvice {
  private NewScheduledAdvice() {}

  @Exit
  static void exit(@This @Nullable Object scheduled, @Argument(1) @Nullable Object task) {
    if (scheduled != null && task != null) {
      ScheduledContexts.keep(scheduled, task);
    }
  }
}
