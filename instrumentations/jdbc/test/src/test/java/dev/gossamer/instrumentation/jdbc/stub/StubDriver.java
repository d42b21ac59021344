package dev.gossamer.instrumentation.jdbc.stub;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connects any {@code jdbc:stub:} and {@code jdbc:p6spy:} URL, and any that wraps another one as
 * {@code jdbc:other:}.
 */
public final class StubDriver implements Driver {
  private static final String WRAPPER = "jdbc:other:";

  /** Makes {@code DriverManager} know it. */
  public static void register() throws SQLException {
    DriverManager.registerDriver(new StubDriver());
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    StubConnection connection = Concrete.instance(StubConnection.class);
    if (url.startsWith(WRAPPER)) {
      connection.below(
          DriverManager.getConnection("jdbc:" + url.substring(WRAPPER.length()), info));
    }
    connection.url(url);
    // What some drivers do to greet the server.
    connection.createStatement().execute("SET GREETING 'hello'");
    return connection;
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith("jdbc:stub:") || url.startsWith("jdbc:p6spy:") || url.startsWith(WRAPPER);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
