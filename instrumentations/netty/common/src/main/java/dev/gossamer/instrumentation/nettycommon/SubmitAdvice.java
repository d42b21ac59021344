package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** A task is handed to an event loop. */
final class SubmitAdvice {
  private SubmitAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable Runnable task) {
    // One that is to run later has had its context since it was made.
    if (task != null && !(task instanceof ScheduledFuture)) {
      TaskContexts.add(task);
    }
  }
}
