package dev.gossamer.api.executor;

import static dev.gossamer.api.executor.ExecutorTotals.sum;

import java.util.concurrent.ThreadPoolExecutor;

/** A pool of threads with a queue. */
final class ObservedThreadPool extends ObservedExecutor<ThreadPoolExecutor> {
  private long completed;

  ObservedThreadPool(ThreadPoolExecutor pool, ExecutorTotals totals) {
    super(pool, totals);
  }

  @Override
  boolean ask(ThreadPoolExecutor pool, ExecutorTotals totals) {
    boolean over = pool.isTerminated();
    long done = pool.getCompletedTaskCount();
    totals.completed(Math.max(0, done - completed));
    completed = done;
    if (over) {
      return false;
    }
    totals.active = sum(totals.active, pool.getActiveCount());
    totals.size = sum(totals.size, pool.getPoolSize());
    totals.queued = sum(totals.queued, pool.getQueue().size());
    int most = pool.getMaximumPoolSize();
    if (most != Integer.MAX_VALUE) {
      totals.max = sum(totals.max, most);
    }
    return true;
  }
}
