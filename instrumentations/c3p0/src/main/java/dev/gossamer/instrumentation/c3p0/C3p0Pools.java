package dev.gossamer.instrumentation.c3p0;

import com.mchange.v2.c3p0.impl.C3P0PooledConnectionPool;
import com.mchange.v2.c3p0.impl.C3P0PooledConnectionPoolManager;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import javax.sql.PooledConnection;

/** What is kept on the library's objects. */
final class C3p0Pools {
  /** On what makes the pools of a data source. */
  static final ObjectState<C3P0PooledConnectionPoolManager, Source> SOURCES = new ObjectState<>();

  static final ObjectState<C3P0PooledConnectionPool, MeasuredPool<C3P0PooledConnectionPool>> POOLS =
      new ObjectState<>();

  /** On a connection that the application has. */
  static final ObjectState<PooledConnection, PoolTimer> BORROWED = new ObjectState<>();

  private C3p0Pools() {}
}
