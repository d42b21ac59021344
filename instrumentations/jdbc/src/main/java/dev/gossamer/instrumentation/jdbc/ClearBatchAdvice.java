package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.JdbcQuery;
import java.sql.Statement;

/** The application drops the batch. */
final class ClearBatchAdvice {
  private ClearBatchAdvice() {}

  @Exit
  static void exit(@This Statement statement) {
    JdbcQuery.clearBatch(statement);
  }
}
