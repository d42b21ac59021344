package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.testing.app.ConnectionPoolApp;
import dev.gossamer.testing.app.TestApp;
import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.PoolConfiguration;

/** Opens Tomcat's JDBC pools, also one that does not answer. */
final class TomcatJdbcApp {
  private TomcatJdbcApp() {}

  public static void main(String[] args) throws Exception {
    TestApp.command(
        "break",
        a -> {
          Broken pool = new Broken(TomcatJdbcPoolsUnderTest.properties(a[0], a[1]));
          pool.getConnection().close();
          return "idle " + pool.getIdle();
        });
    ConnectionPoolApp.run(new TomcatJdbcPoolsUnderTest());
  }

  private static final class Broken extends ConnectionPool {
    Broken(PoolConfiguration configuration) throws SQLException {
      super(configuration);
    }

    @Override
    public int getActive() {
      throw new IllegalStateException("injected");
    }
  }
}
