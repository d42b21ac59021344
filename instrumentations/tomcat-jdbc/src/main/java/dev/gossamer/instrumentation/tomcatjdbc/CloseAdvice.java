package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;
import org.apache.tomcat.jdbc.pool.ConnectionPool;

/** A pool is closed. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Enter
  static void enter(@This ConnectionPool pool) {
    MeasuredPool<ConnectionPool> measured = TomcatPools.POOLS.get(pool);
    if (measured != null) {
      measured.close();
    }
  }
}
