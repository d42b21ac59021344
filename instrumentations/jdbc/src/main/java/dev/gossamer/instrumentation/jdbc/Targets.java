package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.database.ConnectionTarget;
import dev.gossamer.api.database.JdbcUrl;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection leads. Known from the driver that opened it; a connection that came about
 * otherwise is asked once, under whatever wrappers it has.
 */
final class Targets {
  private static final ObjectState<Connection, ConnectionTarget> TARGETS = new ObjectState<>();

  /** Set while a connection is asked: what a driver does to answer is no query of anybody's. */
  private static final ThreadLocal<Boolean> ASKING = new ThreadLocal<>();

  private Targets() {}

  static void opened(Connection connection, @Nullable String url, @Nullable Properties properties) {
    if (url != null && !isAsking()) {
      TARGETS.setIfAbsent(connection, JdbcUrl.parse(url, properties));
    }
  }

  static boolean isAsking() {
    return ASKING.get() != null;
  }

  static ConnectionTarget of(Connection connection) {
    ConnectionTarget known = TARGETS.get(connection);
    return known == null ? TARGETS.setIfAbsent(connection, ask(connection)) : known;
  }

  private static ConnectionTarget ask(Connection connection) {
    if (isAsking()) {
      return ConnectionTarget.UNKNOWN;
    }
    ASKING.set(Boolean.TRUE);
    try {
      Connection inner = unwrapped(connection);
      ConnectionTarget known = inner == connection ? null : TARGETS.get(inner);
      if (known != null) {
        return known;
      }
      DatabaseMetaData about = connection.getMetaData();
      String url = about == null ? null : about.getURL();
      return url == null ? ConnectionTarget.UNKNOWN : JdbcUrl.parse(url, null);
    } catch (Exception | LinkageError cannotTell) {
      // Old drivers lack methods, closed connections refuse: then the span says less.
      return ConnectionTarget.UNKNOWN;
    } finally {
      ASKING.remove();
    }
  }

  private static Connection unwrapped(Connection connection) {
    try {
      if (connection.isWrapperFor(Connection.class)) {
        Connection inner = connection.unwrap(Connection.class);
        return inner == null ? connection : inner;
      }
    } catch (Exception | LinkageError noWrapper) {
      // Drivers before JDBC 4 have no such methods.
    }
    return connection;
  }
}
