package dev.gossamer.api.executor;

import java.lang.ref.WeakReference;

/** An executor that is asked at each collection, as long as somebody else holds it. */
abstract class ObservedExecutor<E> extends WeakReference<E> {
  private final ExecutorTotals totals;

  ObservedExecutor(E executor, ExecutorTotals totals) {
    super(executor);
    this.totals = totals;
  }

  /** Adds what the executor says to the totals of its name; false when it is no more. */
  final boolean ask() {
    E executor = get();
    if (executor == null) {
      return false;
    }
    return ask(executor, totals);
  }

  abstract boolean ask(E executor, ExecutorTotals totals);
}
