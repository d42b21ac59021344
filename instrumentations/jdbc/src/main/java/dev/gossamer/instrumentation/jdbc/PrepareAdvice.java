package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection prepares a statement: its text is analysed here, once. */
final class PrepareAdvice {
  private PrepareAdvice() {}

  @Exit
  static void exit(
      @This Connection connection,
      @Argument(0) @Nullable String text,
      @Returned @Nullable Statement statement) {
    if (statement != null && !Targets.isAsking()) {
      Query.prepared(statement, connection, text);
    }
  }
}
