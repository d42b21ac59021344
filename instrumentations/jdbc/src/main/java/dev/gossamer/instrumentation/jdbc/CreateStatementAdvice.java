package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.JdbcConnections;
import dev.gossamer.api.database.JdbcQuery;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection makes a statement. */
final class CreateStatementAdvice {
  private CreateStatementAdvice() {}

  @Enter
  static void enter(@This Connection connection) {
    JdbcConnections.making(connection);
  }

  @Exit
  static void exit(@This Connection connection, @Returned @Nullable Statement statement) {
    if (statement != null) {
      JdbcQuery.created(statement, connection);
    }
  }
}
