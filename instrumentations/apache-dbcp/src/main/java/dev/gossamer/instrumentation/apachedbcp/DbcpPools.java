package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import java.sql.Connection;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** What is kept on the library's objects. */
final class DbcpPools {
  /** On a data source that has a pool, and on what opens connections for it. */
  static final ObjectState<Object, MeasuredPool<GenericObjectPool<?>>> POOLS = new ObjectState<>();

  /** On a connection that the application has. */
  static final ObjectState<Connection, PoolTimer> BORROWED = new ObjectState<>();

  private DbcpPools() {}
}
