package org.example.shop;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.Driver;
import org.h2.jdbcx.JdbcDataSource;

/** A database of the application's own, where the server has none for it. */
final class OwnDatabase {
  private OwnDatabase() {}

  static JdbcDataSource dataSource() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:shop;DB_CLOSE_ON_EXIT=FALSE");
    return source;
  }

  /** Ends it so that nothing of the server refers to it any more. */
  static void close(Connection last) throws SQLException {
    last.close();
    Driver.unload();
  }
}
