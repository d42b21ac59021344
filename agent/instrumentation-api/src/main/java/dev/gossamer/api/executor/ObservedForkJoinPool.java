package dev.gossamer.api.executor;

import static dev.gossamer.api.executor.ExecutorTotals.sum;

import java.util.concurrent.ForkJoinPool;

/** A pool whose threads have queues of their own; it does not count what they did. */
final class ObservedForkJoinPool extends ObservedExecutor<ForkJoinPool> {
  ObservedForkJoinPool(ForkJoinPool pool, ExecutorTotals totals) {
    super(pool, totals);
  }

  @Override
  boolean ask(ForkJoinPool pool, ExecutorTotals totals) {
    if (pool.isTerminated()) {
      return false;
    }
    totals.active = sum(totals.active, pool.getActiveThreadCount());
    totals.size = sum(totals.size, pool.getPoolSize());
    totals.queued = sum(totals.queued, pool.getQueuedTaskCount() + pool.getQueuedSubmissionCount());
    totals.parallelism = sum(totals.parallelism, pool.getParallelism());
    return true;
  }
}
