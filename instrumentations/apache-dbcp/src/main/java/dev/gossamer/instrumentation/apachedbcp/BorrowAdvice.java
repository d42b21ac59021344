package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import java.sql.Connection;
import java.util.NoSuchElementException;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.jspecify.annotations.Nullable;

/** The application asks a data source for a connection, the first time before there is a pool. */
final class BorrowAdvice {
  private BorrowAdvice() {}

  @Enter
  static PoolTimer enter() {
    return new PoolTimer();
  }

  @Exit
  static void exit(
      @State @Nullable PoolTimer timer,
      @This BasicDataSource dataSource,
      @Returned @Nullable Connection connection,
      @Thrown @Nullable Throwable thrown) {
    MeasuredPool<GenericObjectPool<?>> measured = DbcpPools.POOLS.get(dataSource);
    if (timer == null || measured == null) {
      return;
    }
    if (connection != null) {
      timer.obtained(measured);
      DbcpPools.BORROWED.set(connection, timer);
    } else if (thrown != null && thrown.getCause() instanceof NoSuchElementException) {
      // What the pool throws when it is exhausted, and the data source hands on.
      measured.timedOut();
    }
  }
}
