package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.jspecify.annotations.Nullable;

/** A task enters a fork/join pool, from Java 21 on. */
final class PoolSubmitAdvice {
  private PoolSubmitAdvice() {}

  @Enter
  static void enter(@Argument(1) @Nullable Object task) {
    TaskContext.keep(task);
  }
}
