package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.jspecify.annotations.Nullable;

/** A task enters a fork/join pool. */
final class ForkSubmitAdvice {
  private ForkSubmitAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable Object task) {
    TaskContext.keep(task);
  }
}
