package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.PoolConfiguration;
import org.jspecify.annotations.Nullable;

/** A pool begins to open its first connections. */
final class InitAdvice {
  /** What the library calls a pool that was given no name, followed by what differs each time. */
  private static final String NO_NAME = "Tomcat Connection Pool[";

  private InitAdvice() {}

  @Enter
  static void enter(@This ConnectionPool pool, @Argument(0) @Nullable PoolConfiguration given) {
    if (given == null) {
      return;
    }
    String name = given.getPoolName();
    if (name == null || name.startsWith(NO_NAME)) {
      name = MeasuredPool.nameOf(given.getUrl());
    }
    MeasuredPool<ConnectionPool> measured =
        MeasuredPool.of("tomcat-jdbc", name, pool, new TomcatPoolAdapter());
    if (measured != null) {
      TomcatPools.POOLS.set(pool, measured);
    }
  }
}
