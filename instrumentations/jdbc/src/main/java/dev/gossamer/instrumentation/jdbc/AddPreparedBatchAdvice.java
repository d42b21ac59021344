package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One more set of parameters joins the batch. */
final class AddPreparedBatchAdvice {
  private AddPreparedBatchAdvice() {}

  @Exit
  static void exit(@This Statement statement, @Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Query.addPreparedToBatch(statement);
    }
  }
}
