package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * Times the opening of one connection of a pool, or that the application asks for one, has it and
 * gives it back. Starts when it is made. Used by one thread after the other.
 */
public final class PoolTimer {
  private long sinceNanos = System.nanoTime();
  private @Nullable MeasuredPool<?> lender;

  /** The pool has opened a connection. */
  public void created(MeasuredPool<?> pool) {
    pool.created(System.nanoTime() - sinceNanos);
  }

  /** The application got a connection, which it has from now on. */
  public void obtained(MeasuredPool<?> pool) {
    if (!pool.isReady()) {
      return;
    }
    long now = System.nanoTime();
    pool.waited(now - sinceNanos);
    sinceNanos = now;
    lender = pool;
  }

  /** The application gave back what it {@link #obtained}. */
  public void returned() {
    if (lender != null) {
      lender.used(System.nanoTime() - sinceNanos);
    }
  }
}
