package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.api.database.ConnectionPoolAdapter;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** What the pool below a data source says: unlike the data source, it takes no lock for that. */
final class DbcpAdapter implements ConnectionPoolAdapter<GenericObjectPool<?>> {
  @Override
  public long used(GenericObjectPool<?> pool) {
    return pool.getNumActive();
  }

  @Override
  public long idle(GenericObjectPool<?> pool) {
    return pool.getNumIdle();
  }

  @Override
  public long idleMin(GenericObjectPool<?> pool) {
    return pool.getMinIdle();
  }

  @Override
  public long idleMax(GenericObjectPool<?> pool) {
    return pool.getMaxIdle();
  }

  @Override
  public long max(GenericObjectPool<?> pool) {
    return pool.getMaxTotal();
  }

  @Override
  public long pending(GenericObjectPool<?> pool) {
    return pool.getNumWaiters();
  }
}
