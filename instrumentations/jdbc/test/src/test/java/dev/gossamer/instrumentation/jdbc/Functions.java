package dev.gossamer.instrumentation.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What H2 calls from within a query. */
public final class Functions {
  private Functions() {}

  public static int addOne(int a) {
    return a + 1;
  }

  /** Runs a query of its own on the connection that is running one. */
  public static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM items")) {
      return rows.next() ? rows.getInt(1) : -1;
    }
  }
}
