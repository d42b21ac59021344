package dev.gossamer.instrumentation.executormetrics;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.executor.ExecutorMetrics;
import java.util.concurrent.ForkJoinPool;

/** A pool's thread begins to work. */
final class ForkJoinAdvice {
  private ForkJoinAdvice() {}

  @Enter
  static void enter(@This ForkJoinPool pool) {
    ExecutorMetrics.working(pool);
  }
}
