package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection makes a statement. */
final class CreateStatementAdvice {
  private CreateStatementAdvice() {}

  @Exit
  static void exit(@This Connection connection, @Returned @Nullable Statement statement) {
    if (statement != null && !Targets.isAsking()) {
      Query.created(statement, connection);
    }
  }
}
