package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;

/** A pool is being made, and opens its first connection before it is. */
final class PoolAdvice {
  private PoolAdvice() {}

  @Exit
  static void exit(@This Object pool, @Argument(0) HikariConfig config) {
    String given = config.getPoolName();
    String name = given == null ? MeasuredPool.nameOf(config.getJdbcUrl()) : given;
    MeasuredPool<HikariPool> measured =
        MeasuredPool.of("hikaricp", name, (HikariPool) pool, new HikariAdapter(config));
    if (measured != null) {
      HikariPools.POOLS.set(pool, measured);
    }
  }
}
