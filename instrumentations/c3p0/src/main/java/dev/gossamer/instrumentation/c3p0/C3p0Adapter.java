package dev.gossamer.instrumentation.c3p0;

import com.mchange.v2.c3p0.WrapperConnectionPoolDataSource;
import com.mchange.v2.c3p0.impl.C3P0PooledConnectionPool;
import dev.gossamer.api.database.ConnectionPoolAdapter;
import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;

/** What a pool says; its fewest connections are not its fewest idle ones. */
final class C3p0Adapter implements ConnectionPoolAdapter<C3P0PooledConnectionPool> {
  private final ConnectionPoolDataSource connections;

  C3p0Adapter(ConnectionPoolDataSource connections) {
    this.connections = connections;
  }

  @Override
  public long used(C3P0PooledConnectionPool pool) throws SQLException {
    return pool.getNumBusyConnections();
  }

  @Override
  public long idle(C3P0PooledConnectionPool pool) throws SQLException {
    return pool.getNumIdleConnections();
  }

  @Override
  public long max(C3P0PooledConnectionPool pool) {
    return connections instanceof WrapperConnectionPoolDataSource
        ? ((WrapperConnectionPoolDataSource) connections).getMaxPoolSize()
        : UNKNOWN;
  }

  @Override
  public long pending(C3P0PooledConnectionPool pool) throws SQLException {
    return pool.getNumThreadsAwaitingCheckout();
  }
}
