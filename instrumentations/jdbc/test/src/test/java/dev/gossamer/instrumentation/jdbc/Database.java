package dev.gossamer.instrumentation.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.xa.PGXADataSource;

/** A database as the application reaches it. */
final class Database {
  /** How a connection is come by. */
  enum Way {
    DRIVER,
    DATA_SOURCE,
    XA,
    HIKARI,
    DBCP,
    DBCP_WITH_STATEMENTS,
    PROXY
  }

  private static final Map<String, DataSource> POOLS = new ConcurrentHashMap<>();

  private final String url;
  private final String user;

  Database(String url, String user) {
    this.url = url;
    this.user = user;
  }

  Connection connect(Way way) throws SQLException {
    switch (way) {
      case DRIVER:
        return DriverManager.getConnection(url, user, "");
      case DATA_SOURCE:
        return ((DataSource) dataSource(false)).getConnection();
      case XA:
        XAConnection connection = ((XADataSource) dataSource(true)).getXAConnection();
        return closing(connection.getConnection(), connection);
      case HIKARI:
        return pool(way, this::hikari).getConnection();
      case DBCP:
        return pool(way, () -> dbcp(false)).getConnection();
      case DBCP_WITH_STATEMENTS:
        return pool(way, () -> dbcp(true)).getConnection();
      case PROXY:
        return proxy(Connection.class, DriverManager.getConnection(url, user, ""));
    }
    throw new IllegalArgumentException(way.name());
  }

  private DataSource pool(Way way, Supplier<DataSource> maker) {
    return POOLS.computeIfAbsent(way + url, key -> maker.get());
  }

  private DataSource hikari() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword("");
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  private DataSource dbcp(boolean statements) {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(url);
    pool.setUsername(user);
    pool.setPassword("");
    pool.setPoolPreparedStatements(statements);
    pool.setMaxTotal(1);
    return pool;
  }

  private Object dataSource(boolean xa) throws SQLException {
    if (url.startsWith("jdbc:h2:")) {
      JdbcDataSource source = new JdbcDataSource();
      source.setURL(url);
      source.setUser(user);
      source.setPassword("");
      return source;
    }
    if (url.startsWith("jdbc:mariadb:")) {
      MariaDbDataSource source = new MariaDbDataSource(url);
      source.setUser(user);
      return source;
    }
    if (xa) {
      PGXADataSource source = new PGXADataSource();
      source.setURL(url);
      source.setUser(user);
      return source;
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    return source;
  }

  /** Nobody else would close the physical connection. */
  private static Connection closing(Connection connection, XAConnection physical) {
    return (Connection)
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              try {
                Object result = method.invoke(connection, arguments);
                if (method.getName().equals("close")) {
                  physical.close();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** A proxy that makes proxies of statements too. */
  private static <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                Object result = method.invoke(target, arguments);
                return result instanceof Statement && method.getReturnType() != Object.class
                    ? proxied(method.getReturnType(), result)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static <T> Object proxied(Class<T> type, Object statement) {
    return proxy(type, type.cast(statement));
  }
}
