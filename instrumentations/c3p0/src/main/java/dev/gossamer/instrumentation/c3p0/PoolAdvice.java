package dev.gossamer.instrumentation.c3p0;

import com.mchange.v2.c3p0.impl.C3P0PooledConnectionPool;
import com.mchange.v2.c3p0.impl.C3P0PooledConnectionPoolManager;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;
import org.jspecify.annotations.Nullable;

/** A pool is made, when the first connection is asked for. */
final class PoolAdvice {
  private PoolAdvice() {}

  @Exit
  static void exit(
      @This C3P0PooledConnectionPoolManager manager,
      @Returned @Nullable C3P0PooledConnectionPool pool) {
    Source source = C3p0Pools.SOURCES.get(manager);
    if (pool == null || source == null) {
      return;
    }
    MeasuredPool<C3P0PooledConnectionPool> measured =
        MeasuredPool.of("c3p0", source.name, pool, new C3p0Adapter(source.connections));
    if (measured != null) {
      C3p0Pools.POOLS.set(pool, measured);
      measured.ready();
    }
  }
}
