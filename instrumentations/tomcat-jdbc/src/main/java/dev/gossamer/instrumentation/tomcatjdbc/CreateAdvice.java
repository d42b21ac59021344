package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.jspecify.annotations.Nullable;

/** A pool opens a connection. */
final class CreateAdvice {
  private CreateAdvice() {}

  @Enter
  static PoolTimer enter() {
    return new PoolTimer();
  }

  @Exit
  static void exit(
      @State @Nullable PoolTimer timer,
      @This ConnectionPool pool,
      @Thrown @Nullable Throwable thrown) {
    MeasuredPool<ConnectionPool> measured = TomcatPools.POOLS.get(pool);
    if (timer != null && measured != null && thrown == null) {
      timer.created(measured);
    }
  }
}
