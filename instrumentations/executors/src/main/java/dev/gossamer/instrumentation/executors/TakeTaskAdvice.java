package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import org.jspecify.annotations.Nullable;

/** A pool's thread asks for its next task. */
final class TakeTaskAdvice {
  private TakeTaskAdvice() {}

  @Enter
  static void enter() {
    EarlierLoop.asks();
  }

  @Exit
  static void exit(@Returned @Nullable Runnable task) {
    if (task != null) {
      EarlierLoop.gets(task);
    }
  }
}
