package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.pool.HikariPool;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;

/** A pool is closed. */
final class ShutdownAdvice {
  private ShutdownAdvice() {}

  @Enter
  static void enter(@This HikariPool pool) {
    MeasuredPool<HikariPool> measured = HikariPools.POOLS.get(pool);
    if (measured != null) {
      measured.close();
    }
  }
}
