package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.testing.app.TestApp;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works with the databases whose URLs it is given: {@code <postgres> <its user> <mariadb> <its
 * user> <h2>}.
 */
final class JdbcApp {
  private static final String EMBEDDED =
      "jdbc:h2:mem:inside;DB_CLOSE_DELAY=-1;INIT="
          + "CREATE TABLE IF NOT EXISTS items(id INT PRIMARY KEY, name VARCHAR(20))\\;"
          + "MERGE INTO items VALUES (1, 'one')\\;"
          + "CREATE ALIAS IF NOT EXISTS add_one FOR"
          + " 'dev.gossamer.instrumentation.jdbc.Functions.addOne'\\;"
          + "CREATE ALIAS IF NOT EXISTS counted FOR"
          + " 'dev.gossamer.instrumentation.jdbc.Functions.count'";

  private final Map<String, Database> databases;

  private JdbcApp(String[] urls) {
    databases =
        Map.of(
            "postgresql", new Database(urls[0], urls[1]),
            "mariadb", new Database(urls[2], urls[3]),
            "h2-server", new Database(urls[4], "sa"),
            "h2", new Database(EMBEDDED, "sa"));
  }

  public static void main(String[] args) throws Exception {
    JdbcApp app = new JdbcApp(args);
    TestApp.command("run", a -> app.run(a[0], a[1], Operation.valueOf(a[2])));
    TestApp.command("fail", a -> app.fail(a[0], a[1], a[2]));
    TestApp.command("fail-batch", a -> app.failBatch(a[0], a[1]));
    TestApp.command("recurse", a -> app.recurse());
    TestApp.command("ask", a -> app.ask(a[0], a[1]));
    TestApp.command("identity", a -> app.identity(a[0]));
    TestApp.command("concurrent", a -> app.concurrent(a[0], Integer.parseInt(a[1])));
    TestApp.serve();
  }

  private Connection connect(String database, String way) throws SQLException {
    return Objects.requireNonNull(databases.get(database), database)
        .connect(Database.Way.valueOf(way));
  }

  private String run(String database, String way, Operation operation) throws SQLException {
    try (Connection connection = connect(database, way)) {
      return operation.run(connection);
    }
  }

  /** What the application sees of a failure: class, message, and whether anything was added. */
  private String fail(String database, String way, String text) throws SQLException {
    try (Connection connection = connect(database, way);
        Statement statement = connection.createStatement()) {
      statement.execute(text);
      return "no exception";
    } catch (SQLException e) {
      return e.getClass().getName() + "\n" + e.getSuppressed().length + "\n" + e.getMessage();
    }
  }

  private String failBatch(String database, String way) throws SQLException {
    try (Connection connection = connect(database, way);
        Statement statement = connection.createStatement()) {
      statement.addBatch(Operation.Sql.UPDATE);
      statement.addBatch("INSERT INTO nowhere VALUES (1)");
      String message = "no exception";
      try {
        statement.executeBatch();
      } catch (SQLException e) {
        message = "" + e.getMessage();
      }
      statement.clearBatch();
      statement.executeBatch();
      return message;
    }
  }

  private String recurse() throws SQLException {
    try (Connection connection = connect("h2", "DRIVER");
        Statement statement = connection.createStatement()) {
      return "" + statement.execute("SELECT counted() FROM items");
    }
  }

  /** What pools ask new and idle connections. */
  private String ask(String database, String way) throws SQLException {
    try (Connection connection = connect(database, way)) {
      int isolation = connection.getTransactionIsolation();
      connection.setTransactionIsolation(isolation);
      connection.getCatalog();
      connection.getSchema();
      return "" + connection.isValid(5);
    }
  }

  /** A driver's statement knows its connection, and each is nothing but itself. */
  private String identity(String database) throws SQLException {
    try (Connection connection = connect(database, "DRIVER");
        Statement statement = connection.createStatement()) {
      return (statement.getConnection() == connection)
          + " "
          + (connection.unwrap(Connection.class) == connection)
          + " "
          + (statement.unwrap(Statement.class) == statement)
          + " "
          + statement.getWarnings()
          + " "
          + connection.getWarnings();
    }
  }

  private String concurrent(String database, int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<String>> tasks = new ArrayList<>();
      for (int i = 0; i < threads * 5; i++) {
        tasks.add(() -> run(database, "DRIVER", Operation.BATCH_OF_SAME));
      }
      StringBuilder results = new StringBuilder();
      for (Future<String> result : pool.invokeAll(tasks)) {
        results.append(result.get());
      }
      return results.toString();
    } finally {
      pool.shutdown();
    }
  }
}
