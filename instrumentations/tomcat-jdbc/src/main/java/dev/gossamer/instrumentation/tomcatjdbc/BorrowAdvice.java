package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;
import org.apache.tomcat.jdbc.pool.PooledConnection;
import org.jspecify.annotations.Nullable;

/** The application asks a pool for a connection. */
final class BorrowAdvice {
  /** How a pool asks itself what {@code getConnectionAsync} can have at once. */
  private static final int AT_ONCE = 0;

  private BorrowAdvice() {}

  @Enter
  static PoolTimer enter() {
    return new PoolTimer();
  }

  @Exit
  static void exit(
      @State @Nullable PoolTimer timer,
      @This ConnectionPool pool,
      @Argument(0) int wait,
      @Returned @Nullable PooledConnection connection,
      @Thrown @Nullable Throwable thrown) {
    MeasuredPool<ConnectionPool> measured = TomcatPools.POOLS.get(pool);
    if (timer == null || measured == null) {
      return;
    }
    if (connection != null) {
      timer.obtained(measured);
      TomcatPools.BORROWED.set(connection, timer);
    } else if (thrown instanceof PoolExhaustedException && wait != AT_ONCE) {
      measured.timedOut();
    }
  }
}
