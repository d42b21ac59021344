package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;
import org.apache.tomcat.jdbc.pool.ConnectionPool;

/** A pool has been made: it can be asked. */
final class ReadyAdvice {
  private ReadyAdvice() {}

  @Exit
  static void exit(@This ConnectionPool pool) {
    MeasuredPool<ConnectionPool> measured = TomcatPools.POOLS.get(pool);
    if (measured != null) {
      measured.ready();
    }
  }
}
