package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A text joins the batch. */
final class AddBatchAdvice {
  private AddBatchAdvice() {}

  @Exit
  static void exit(
      @This Statement statement,
      @Argument(0) @Nullable String text,
      @Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Query.addToBatch(statement, text);
    }
  }
}
