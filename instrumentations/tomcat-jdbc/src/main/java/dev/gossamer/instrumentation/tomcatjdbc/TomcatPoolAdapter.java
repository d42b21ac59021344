package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.api.database.ConnectionPoolAdapter;
import org.apache.tomcat.jdbc.pool.ConnectionPool;

/** What a pool and its properties say, which may change while it runs. */
final class TomcatPoolAdapter implements ConnectionPoolAdapter<ConnectionPool> {
  @Override
  public long used(ConnectionPool pool) {
    return pool.getActive();
  }

  @Override
  public long idle(ConnectionPool pool) {
    return pool.getIdle();
  }

  @Override
  public long idleMin(ConnectionPool pool) {
    return pool.getPoolProperties().getMinIdle();
  }

  @Override
  public long idleMax(ConnectionPool pool) {
    return pool.getPoolProperties().getMaxIdle();
  }

  @Override
  public long max(ConnectionPool pool) {
    return pool.getPoolProperties().getMaxActive();
  }

  @Override
  public long pending(ConnectionPool pool) {
    return pool.getWaitCount();
  }
}
