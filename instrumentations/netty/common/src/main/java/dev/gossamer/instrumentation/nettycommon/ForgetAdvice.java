package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.jspecify.annotations.Nullable;

/** An event loop refuses a task. */
final class ForgetAdvice {
  private ForgetAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable Runnable task) {
    if (task != null) {
      TaskContexts.forget(task);
    }
  }
}
