package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.pool.HikariPool;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
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
      @This HikariPool pool,
      @Returned @Nullable Connection connection,
      @Thrown @Nullable Throwable thrown) {
    MeasuredPool<HikariPool> measured = HikariPools.POOLS.get(pool);
    if (timer == null || measured == null) {
      return;
    }
    if (connection != null) {
      timer.obtained(measured);
      HikariPools.BORROWED.set(connection, timer);
    } else if (thrown instanceof SQLTransientConnectionException) {
      // What Hikari throws when the time is over, and nothing else.
      measured.timedOut();
    }
  }
}
