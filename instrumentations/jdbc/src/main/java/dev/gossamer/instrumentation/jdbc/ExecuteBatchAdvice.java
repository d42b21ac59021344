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

/** Around a batch; whatever becomes of it, it is gone afterwards. */
final class ExecuteBatchAdvice {
  private ExecuteBatchAdvice() {}

  @Enter
  static @Nullable DatabaseSpan enter(@This Statement statement) {
    return JdbcQuery.startBatch(statement);
  }

  @Exit
  static void exit(
      @This Statement statement,
      @State @Nullable DatabaseSpan span,
      @Thrown @Nullable Throwable thrown) {
    JdbcQuery.end(span, thrown);
    JdbcQuery.clearBatch(statement);
  }
}
