package dev.gossamer.instrumentation.c3p0;

import com.mchange.v2.c3p0.impl.C3P0PooledConnectionPool;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;

/** A pool is closed. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Enter
  static void enter(@This C3P0PooledConnectionPool pool) {
    MeasuredPool<C3P0PooledConnectionPool> measured = C3p0Pools.POOLS.get(pool);
    if (measured != null) {
      measured.close();
    }
  }
}
