package dev.gossamer.instrumentation.c3p0;

import com.mchange.v2.c3p0.DriverManagerDataSource;
import com.mchange.v2.c3p0.WrapperConnectionPoolDataSource;
import dev.gossamer.api.database.MeasuredPool;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the pools of a data source are made of. */
final class Source {
  final ConnectionPoolDataSource connections;
  final String name;

  /**
   * @param token of a data source, other each time; its name when it has none
   */
  Source(ConnectionPoolDataSource connections, @Nullable String token, @Nullable String name) {
    this.connections = connections;
    this.name = name == null || name.equals(token) ? MeasuredPool.nameOf(url(connections)) : name;
  }

  private static @Nullable String url(ConnectionPoolDataSource connections) {
    if (connections instanceof WrapperConnectionPoolDataSource) {
      DataSource nested = ((WrapperConnectionPoolDataSource) connections).getNestedDataSource();
      if (nested instanceof DriverManagerDataSource) {
        return ((DriverManagerDataSource) nested).getJdbcUrl();
      }
    }
    return null;
  }
}
