package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.testing.servers.MariaDbServer;
import dev.gossamer.testing.servers.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;

/** The servers that the tests of this module share; they end with the JVM. */
final class Databases {
  static final String TABLE = "CREATE TABLE items(id INT PRIMARY KEY, name VARCHAR(20))";
  static final String ROW = "INSERT INTO items VALUES (1, 'one')";
  static final String H2_FUNCTION =
      "CREATE ALIAS add_one FOR 'dev.gossamer.instrumentation.jdbc.Functions.addOne'";

  private static final Databases SHARED = new Databases();

  private final PostgresServer postgres;
  private final MariaDbServer mariaDb;
  private final Server h2;

  private Databases() {
    try {
      postgres = PostgresServer.start();
      run(
          postgres.url(),
          PostgresServer.USER,
          TABLE,
          ROW,
          "CREATE FUNCTION add_one(a INT) RETURNS INT LANGUAGE SQL AS 'SELECT a + 1'");
      mariaDb = MariaDbServer.start();
      run(
          mariaDb.url(),
          MariaDbServer.USER,
          TABLE,
          ROW,
          "CREATE PROCEDURE add_one(a INT) SELECT a + 1");
      h2 = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon").start();
      run(h2Url(), "sa", TABLE, ROW, H2_FUNCTION);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Databases shared() {
    return SHARED;
  }

  PostgresServer postgres() {
    return postgres;
  }

  MariaDbServer mariaDb() {
    return mariaDb;
  }

  int h2Port() {
    return h2.getPort();
  }

  private String h2Url() {
    return h2Url(h2.getPort());
  }

  static String h2Url(int port) {
    return "jdbc:h2:tcp://localhost:" + port + "/mem:shop;DB_CLOSE_DELAY=-1";
  }

  private static void run(String url, String user, String... texts) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      for (String text : texts) {
        statement.execute(text);
      }
    }
  }
}
