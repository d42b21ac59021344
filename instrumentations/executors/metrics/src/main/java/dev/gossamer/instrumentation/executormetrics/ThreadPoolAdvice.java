package dev.gossamer.instrumentation.executormetrics;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.executor.ExecutorMetrics;
import java.util.concurrent.ThreadPoolExecutor;

/** A pool's thread begins to work. */
final class ThreadPoolAdvice {
  private ThreadPoolAdvice() {}

  @Enter
  static void enter(@This ThreadPoolExecutor pool) {
    ExecutorMetrics.working(pool);
  }
}
