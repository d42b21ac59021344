package dev.gossamer.api.database;

import dev.gossamer.api.ObjectState;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where JDBC connections lead.
 *
 * <p>A connection that a driver opened has it from the URL. A wrapper, of which a pool hands out a
 * new one each time, has it from the connection below, which makes the statement that the wrapper
 * is asked for: nobody needs to be called for that. A connection that came about otherwise is asked
 * once.
 *
 * <p>Thread-safe. Here and not with the instrumentation, because a driver and the pool around it
 * may stand in different class loaders and so be advised by different copies of it.
 */
public final class JdbcConnections {
  private static final ObjectState<Connection, ConnectionTarget> TARGETS = new ObjectState<>();

  /** Where the connection leads that last opened or made a statement on this thread. */
  private static final ThreadLocal<@Nullable ConnectionTarget> LAST = new ThreadLocal<>();

  private JdbcConnections() {}

  /** A driver begins to open a connection; what it runs for that is no query of anybody's. */
  public static @Nullable DatabaseSpan opening() {
    LAST.set(null);
    return DatabaseTracing.silence();
  }

  /**
   * The driver is done.
   *
   * @param opening what {@link #opening} returned
   * @param connection null when it has not opened any
   */
  public static void opened(
      @Nullable DatabaseSpan opening,
      @Nullable String url,
      @Nullable Properties properties,
      @Nullable Connection connection) {
    DatabaseTracing.endSilence(opening);
    if (connection != null) {
      // A driver around another driver: the inner one knows better.
      ConnectionTarget below = LAST.get();
      ConnectionTarget target = below == null ? JdbcUrl.parse(url, properties) : below;
      LAST.set(TARGETS.setIfAbsent(connection, target));
    }
  }

  /** A connection is asked to make a statement. */
  public static void making(Connection connection) {
    if (TARGETS.get(connection) == null) {
      LAST.set(null);
    }
  }

  /** Returns where a connection leads that has just made a statement. */
  static ConnectionTarget made(Connection connection) {
    ConnectionTarget target = TARGETS.get(connection);
    if (target == null) {
      ConnectionTarget below = LAST.get();
      target = below == null ? of(connection) : TARGETS.setIfAbsent(connection, below);
    }
    // A driver that greets its server while it connects is not known yet: its URL will tell.
    LAST.set(target == ConnectionTarget.UNKNOWN ? null : target);
    return target;
  }

  /** Returns where a connection leads; asks it if need be. */
  static ConnectionTarget of(Connection connection) {
    ConnectionTarget known = TARGETS.get(connection);
    if (known != null) {
      return known;
    }
    // Not from within a query or an answer: it would be asked while it is busy, or for ever.
    DatabaseSpan silence = DatabaseTracing.silence();
    if (silence == null) {
      return ConnectionTarget.UNKNOWN;
    }
    try {
      return TARGETS.setIfAbsent(connection, ask(connection));
    } finally {
      DatabaseTracing.endSilence(silence);
    }
  }

  private static ConnectionTarget ask(Connection connection) {
    try {
      Connection inner = unwrapped(connection);
      ConnectionTarget known = inner == connection ? null : TARGETS.get(inner);
      if (known != null) {
        return known;
      }
      DatabaseMetaData about = connection.getMetaData();
      return JdbcUrl.parse(about == null ? null : about.getURL(), null);
    } catch (Exception | LinkageError cannotTell) {
      // Old drivers lack methods, closed connections refuse: then the span says less.
      return ConnectionTarget.UNKNOWN;
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
