package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.MeasuredPool;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** A data source closes its pool; it may make another one. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Enter
  static void enter(@This BasicDataSource dataSource) {
    MeasuredPool<GenericObjectPool<?>> measured = DbcpPools.POOLS.take(dataSource);
    if (measured != null) {
      measured.close();
    }
  }
}
