package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * Watches the tokens of one text go by and collects its operations and their targets. Follows
 * parentheses, down to a bounded depth, and keeps one state for each; {@link SqlClauses} knows what
 * a word means in that state. Names of common table expressions are no targets.
 *
 * <p>Source: semantic conventions 1.44, "Generating a summary of the query".
 */
final class SqlSummary {
  private static final int MAX_DEPTH = 64;

  private final SummaryText summary;
  private final SqlTargets targets;
  private final SqlClauses clauses;

  private final SqlState[] states = new SqlState[MAX_DEPTH];
  private final @Nullable SqlKeyword[] verbs = new SqlKeyword[MAX_DEPTH];
  private int depth;

  /** Parentheses beyond the depth that is followed. */
  private int unfollowed;

  SqlSummary(String sql, SqlDialect dialect) {
    summary = new SummaryText(sql);
    targets = new SqlTargets(sql, summary);
    clauses = new SqlClauses(sql, dialect, targets, summary);
  }

  AnalyzedQuery toQuery(String text) {
    return summary.toQuery(text);
  }

  /** A word; the keyword is null for names and for whatever stands behind a point. */
  void word(int start, int end, @Nullable SqlKeyword keyword) {
    if (unfollowed > 0 || targets.extend(start, end)) {
      return;
    }
    clauses.finishName();
    clauses.read(start, end, keyword);
    clauses.previous = keyword;
  }

  void quotedName(int start, int end) {
    if (unfollowed > 0 || targets.extend(start, end)) {
      return;
    }
    clauses.finishName();
    clauses.readQuotedName(start, end);
    clauses.previous = null;
  }

  /**
   * A string literal, before it is announced as a value: where a table is expected, some databases
   * take it for a name.
   */
  void string(int start, int end) {
    if (unfollowed > 0) {
      return;
    }
    clauses.finishName();
    if (clauses.state == SqlState.TARGETS && clauses.verb == SqlKeyword.SELECT) {
      summary.target(start, end);
    }
  }

  /** A literal or a placeholder. */
  void value() {
    if (unfollowed > 0) {
      return;
    }
    clauses.finishName();
    clauses.state = clauses.state.behindValue();
    clauses.previous = null;
  }

  void symbol(int at, char c) {
    if (c == ';') {
      finishStatement();
      return;
    }
    if (unfollowed > 0) {
      unfollowed += c == '(' ? 1 : c == ')' ? -1 : 0;
      return;
    }
    if (c == '.' && targets.extendByPoint(at)) {
      return;
    }
    if (isNoName(c)) {
      targets.dropName();
    } else {
      clauses.finishName();
    }
    if (c == '(') {
      open();
    } else if (c == ')') {
      close();
    } else if (c == ',') {
      comma();
    }
    clauses.previous = null;
  }

  void end() {
    clauses.finishName();
    targets.flushDeferred();
  }

  /** {@code EXEC @result = procedure}, {@code FROM TABLE(function())}. */
  private boolean isNoName(char c) {
    if (c == '=') {
      return clauses.state == SqlState.PROCEDURE && targets.isVariable();
    }
    return c == '(' && clauses.state == SqlState.TARGETS && clauses.previous == SqlKeyword.TABLE;
  }

  private void open() {
    SqlState state = clauses.state;
    if (state == SqlState.START) {
      clauses.verb = SqlKeyword.SELECT;
    }
    if (depth == MAX_DEPTH) {
      clauses.state = state.outer(clauses.previous);
      unfollowed = 1;
      return;
    }
    states[depth] = state.outer(clauses.previous);
    verbs[depth] = clauses.verb;
    depth++;
    clauses.state = state.inner(clauses.previous);
    if (clauses.state != SqlState.TARGETS) {
      clauses.verb = null;
    }
  }

  private void close() {
    targets.flushDeferred();
    if (depth > 0) {
      depth--;
      clauses.state = states[depth];
      clauses.verb = verbs[depth];
    }
  }

  private void comma() {
    clauses.state = clauses.state.behindComma();
  }

  private void finishStatement() {
    clauses.finishName();
    targets.flushDeferred();
    clauses.previous = null;
    clauses.verb = null;
    unfollowed = 0;
    depth = 0;
    if (clauses.state != SqlState.DONE) {
      clauses.state = SqlState.START;
    }
  }
}
