package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.MeasuredPool;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.PoolableConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.jspecify.annotations.Nullable;

/** A data source makes its pool. */
final class PoolAdvice {
  private PoolAdvice() {}

  @Exit
  static void exit(
      @This BasicDataSource dataSource,
      @Argument(0) PoolableConnectionFactory factory,
      @Thrown @Nullable Throwable thrown) {
    Object made = thrown == null ? factory.getPool() : null;
    if (!(made instanceof GenericObjectPool)) {
      return;
    }
    MeasuredPool<GenericObjectPool<?>> measured =
        MeasuredPool.of(
            "apache-dbcp", name(dataSource), (GenericObjectPool<?>) made, new DbcpAdapter());
    if (measured != null) {
      DbcpPools.POOLS.set(dataSource, measured);
      DbcpPools.POOLS.set(factory, measured);
      measured.ready();
    }
  }

  private static String name(BasicDataSource dataSource) {
    String given = dataSource.getJmxName();
    if (given == null) {
      return MeasuredPool.nameOf(dataSource.getUrl());
    }
    try {
      String name = new ObjectName(given).getKeyProperty("name");
      return name == null ? given : name;
    } catch (MalformedObjectNameException e) {
      return given;
    }
  }
}
