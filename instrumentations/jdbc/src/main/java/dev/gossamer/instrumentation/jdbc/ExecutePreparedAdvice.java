package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.DatabaseSpan;
import dev.gossamer.api.database.JdbcQuery;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Around a prepared query. */
final class ExecutePreparedAdvice {
  private ExecutePreparedAdvice() {}

  @Enter
  static @Nullable DatabaseSpan enter(@This Statement statement) {
    return JdbcQuery.startPrepared(statement);
  }

  @Exit
  static void exit(@State @Nullable DatabaseSpan span, @Thrown @Nullable Throwable thrown) {
    JdbcQuery.end(span, thrown);
  }
}
