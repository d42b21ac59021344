package dev.gossamer.instrumentation.c3p0;

import com.mchange.v2.c3p0.impl.C3P0PooledConnectionPool;
import com.mchange.v2.resourcepool.TimeoutException;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/** The application asks a pool for a connection. */
final class BorrowAdvice {
  private BorrowAdvice() {}

  @Enter
  static PoolTimer enter() {
    return new PoolTimer();
  }

  @Exit
  static void exit(
      @State @Nullable PoolTimer timer,
      @This C3P0PooledConnectionPool pool,
      @Returned @Nullable PooledConnection connection,
      @Thrown @Nullable Throwable thrown) {
    MeasuredPool<C3P0PooledConnectionPool> measured = C3p0Pools.POOLS.get(pool);
    if (timer == null || measured == null) {
      return;
    }
    if (connection != null) {
      timer.obtained(measured);
      C3p0Pools.BORROWED.set(connection, timer);
    } else if (thrown != null && thrown.getCause() instanceof TimeoutException) {
      measured.timedOut();
    }
  }
}
