package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.instrumentation.jdbc.stub.StubConnection;
import dev.gossamer.instrumentation.jdbc.stub.StubDriver;
import dev.gossamer.instrumentation.jdbc.stub.StubStatement;
import dev.gossamer.testing.app.TestApp;
import java.io.File;
import java.io.ObjectStreamClass;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Works with drivers and class loaders out of the ordinary. */
final class StubApp {
  private static final Map<String, Connection> CONNECTIONS = new ConcurrentHashMap<>();

  private StubApp() {}

  public static void main(String[] args) throws Exception {
    StubDriver.register();
    TestApp.command("text", a -> "" + connection(a[0]).createStatement().execute(a[1]));
    TestApp.command("prepare", a -> "" + connection(a[0]).prepareStatement(a[1]).execute());
    TestApp.command("fail", a -> fail(connection(a[0]), a[1]));
    TestApp.command("unheard-of", a -> unheardOf());
    TestApp.command("overriding", a -> overriding(a[0]));
    TestApp.command("after-close", a -> afterClose(a[0]));
    TestApp.command("serial", a -> "" + serialVersion());
    TestApp.command("split", a -> split());
    TestApp.command("jtds", a -> jtds());
    TestApp.serve();
  }

  private static Connection connection(String url) throws SQLException {
    Connection known = CONNECTIONS.get(url);
    if (known == null) {
      known = DriverManager.getConnection(url);
      CONNECTIONS.put(url, known);
    }
    return known;
  }

  private static String fail(Connection connection, String text) throws SQLException {
    Statement statement = connection.createStatement();
    try {
      statement.execute(text);
      return "no exception";
    } catch (SQLException | RuntimeException | StackOverflowError e) {
      return e.getClass().getName() + " " + e.getMessage() + " " + e.getSuppressed().length;
    }
  }

  private static String unheardOf() throws SQLException {
    int before = StubConnection.ASKED.get();
    try (Connection connection = StubConnection.unheardOf()) {
      connection.createStatement().execute("SELECT a FROM t");
      connection.createStatement().execute("SELECT a FROM t");
      connection.prepareStatement("SELECT b FROM t").execute();
    }
    return "asked " + (StubConnection.ASKED.get() - before);
  }

  private static String overriding(String url) throws SQLException {
    Statement statement = connection(url).createStatement();
    statement.addBatch("UPDATE t SET a = 1");
    statement.addBatch("UPDATE t SET a = 2");
    return "" + statement.executeBatch().length;
  }

  /** A statement whose connection is not to be had any more, but was known. */
  private static String afterClose(String url) throws SQLException {
    PreparedStatement statement = connection(url).prepareStatement("SELECT a FROM t");
    statement.close();
    return "" + statement.execute();
  }

  static long serialVersion() {
    return ObjectStreamClass.lookup(StubStatement.class).getSerialVersionUID();
  }

  /** As in Tomcat: the driver stands beside the server, the pool in the web application. */
  private static String split() throws Exception {
    ClassLoader shared = new URLClassLoader(jars("h2"), ClassLoader.getPlatformClassLoader());
    ClassLoader webapp = new URLClassLoader(jars("hikaricp", "slf4j-api", "slf4j-nop"), shared);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(webapp);
    try {
      Class<?> type = webapp.loadClass("com.zaxxer.hikari.HikariDataSource");
      DataSource pool = (DataSource) type.getConstructor().newInstance();
      type.getMethod("setDriverClassName", String.class).invoke(pool, "org.h2.Driver");
      type.getMethod("setJdbcUrl", String.class).invoke(pool, "jdbc:h2:mem:split");
      type.getMethod("setMaximumPoolSize", int.class).invoke(pool, 1);
      StringBuilder loaders = new StringBuilder();
      for (int i = 0; i < 2; i++) {
        try (Connection connection = pool.getConnection();
            PreparedStatement statement = connection.prepareStatement("SELECT 1");
            ResultSet rows = statement.executeQuery()) {
          rows.next();
          loaders
              .append(connection.getClass().getClassLoader() == webapp)
              .append(connection.unwrap(Connection.class).getClass().getClassLoader() == shared);
        }
      }
      type.getMethod("close").invoke(pool);
      return loaders.toString();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL[] jars(String... names) throws Exception {
    List<URL> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String file = Path.of(entry).getFileName().toString().toLowerCase(Locale.ROOT);
      for (String name : names) {
        if (file.startsWith(name + "-")) {
          jars.add(Path.of(entry).toUri().toURL());
        }
      }
    }
    return jars.toArray(URL[]::new);
  }

  /** Has all advised classes of a driver of JDBC 3 linked, and so verified. */
  private static String jtds() throws Exception {
    for (String name :
        List.of(
            "ConnectionJDBC3", "JtdsStatement", "JtdsPreparedStatement", "JtdsCallableStatement")) {
      Class.forName("net.sourceforge.jtds.jdbc." + name);
    }
    try (Connection connection =
        DriverManager.getConnection("jdbc:jtds:sqlserver://127.0.0.1:1/shop", "sa", "")) {
      return connection.toString();
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
