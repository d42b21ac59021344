package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.JdbcQuery;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One more set of parameters joins the batch. */
final class AddPreparedBatchAdvice {
  private AddPreparedBatchAdvice() {}

  @Enter
  static @Nullable JdbcQuery enter(@This Statement statement) {
    return JdbcQuery.adding(statement);
  }

  @Exit
  static void exit(@State @Nullable JdbcQuery query, @Thrown @Nullable Throwable thrown) {

    if (query != null) {
      query.addedPrepared(thrown);
    }
  }
}
