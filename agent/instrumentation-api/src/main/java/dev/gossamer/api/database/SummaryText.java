package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/** The summary while it grows: never longer than allowed, never cut inside a name. */
final class SummaryText {
  private final String sql;
  private final StringBuilder text = new StringBuilder(64);

  /** Nothing more is taken once something did not fit. */
  private boolean full;

  /** How much of the text fits behind the batch prefix. */
  private int lengthInBatch;

  private int operations;
  private @Nullable String operation;
  private int targets;
  private int tables;
  private @Nullable String table;
  private int procedures;
  private @Nullable String procedure;

  SummaryText(String sql) {
    this.sql = sql;
  }

  void operation(int start, int end) {
    operations++;
    append(start, end);
    if (operations == 1) {
      operation = sql.substring(start, end);
    }
  }

  /** Adds to the operation: {@code TABLE} to {@code CREATE}. */
  void continueOperation(int start, int end) {
    append(start, end);
    if (operations == 1 && targets == 0) {
      operation = operation + ' ' + sql.substring(start, end);
    }
  }

  void target(int start, int end) {
    targets++;
    tables++;
    append(start, end);
    table = tables == 1 ? sql.substring(start, end) : null;
  }

  /** A target that is no table. */
  void otherTarget(int start, int end) {
    targets++;
    append(start, end);
  }

  void storedProcedure(int start, int end) {
    targets++;
    procedures++;
    append(start, end);
    procedure = procedures == 1 ? sql.substring(start, end) : null;
  }

  private void append(int start, int end) {
    int length = text.length();
    int space = length == 0 ? 0 : 1;
    if (full || length + space + end - start > AnalyzedQuery.MAX_SUMMARY_LENGTH) {
      full = true;
      return;
    }
    if (space > 0) {
      text.append(' ');
    }
    text.append(sql, start, end);
    if (text.length() <= AnalyzedQuery.maxSummaryInBatch()) {
      lengthInBatch = text.length();
    }
  }

  AnalyzedQuery toQuery(String queryText) {
    return new AnalyzedQuery(
        sql,
        queryText,
        text.length() == 0 ? null : text.toString(),
        lengthInBatch,
        operation,
        table,
        procedure);
  }
}
