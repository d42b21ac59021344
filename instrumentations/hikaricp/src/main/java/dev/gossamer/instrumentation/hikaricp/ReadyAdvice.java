package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.pool.HikariPool;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;

/** A pool has been made: it can be asked. */
final class ReadyAdvice {
  private ReadyAdvice() {}

  @Exit
  static void exit(@This HikariPool pool) {
    MeasuredPool<HikariPool> measured = HikariPools.POOLS.get(pool);
    if (measured != null) {
      measured.ready();
    }
  }
}
