package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.PooledConnection;

/** What is kept on the library's objects. */
final class TomcatPools {
  static final ObjectState<ConnectionPool, MeasuredPool<ConnectionPool>> POOLS =
      new ObjectState<>();

  /** On a connection that the application has. */
  static final ObjectState<PooledConnection, PoolTimer> BORROWED = new ObjectState<>();

  private TomcatPools() {}
}
