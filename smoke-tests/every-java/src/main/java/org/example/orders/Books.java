package org.example.orders;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A database in memory. */
final class Books implements Step {
  // Set up by the driver itself, so that this is no statement of the application's.
  private static final String URL =
      "jdbc:h2:mem:orders;INIT=CREATE TABLE IF NOT EXISTS book(id INT, title VARCHAR) AS"
          + " SELECT 7, 'Momo'";

  @Override
  public String order(int book) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        PreparedStatement select =
            connection.prepareStatement("SELECT title FROM book WHERE id = ?")) {
      select.setInt(1, book);
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? result.getString(1) : "unknown";
      }
    }
  }
}
