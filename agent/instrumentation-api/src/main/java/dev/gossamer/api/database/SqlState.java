package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/** Where in a statement a reader of it stands, at one depth of parentheses. */
enum SqlState {
  /** A statement starts: the next word is an operation. */
  START,
  /** A parenthesis opened: a query may start. */
  OPENED,
  /** The same, and it may also change data: {@code WITH x AS (}. */
  OPENED_CTE,
  /** Behind {@code UNION}: another query comes next. */
  SET_OPERAND,
  /** Nothing to be seen before the statement ends, except subqueries. */
  AFTER,
  /** Behind {@code SELECT}, before {@code FROM}. */
  COLUMNS,
  /** A table comes next, and more may follow. */
  TARGETS,
  /** Behind one of those. */
  LIST,
  /** One table comes next. */
  TARGET,
  /** {@code SELECT ... INTO}: a table comes next, then the query goes on. */
  SELECT_INTO,
  /** {@code DELETE}: a table comes next, or what {@code FROM} will explain. */
  DELETE_TARGET,
  DELETE_NAMED,
  /** {@code MERGE}, {@code DELETE}: a table or a subquery, not a list of columns. */
  USING_TARGETS,
  /** {@code CREATE}: some words, then the kind of thing. */
  OBJECT,
  OBJECT_NAME,
  OBJECT_NAMED,
  CTE_NAME,
  CTE_NAMED,
  PROCEDURE,
  /** {@code BEGIN}: a transaction or a block. */
  BEGUN,
  /** {@code EXPLAIN}, {@code IF}: some words, then a statement. */
  PREFIX,
  /** Nothing more to be seen in this statement. */
  IGNORED,
  /** Nothing more to be seen at all. */
  DONE;

  /** Returns the state behind a word that starts a statement. */
  static SqlState behind(SqlKeyword keyword) {
    switch (keyword) {
      case SELECT:
        return COLUMNS;
      case UPDATE:
        return TARGETS;
      case DELETE:
        return DELETE_TARGET;
      case INSERT:
      case MERGE:
      case REPLACE:
      case UPSERT:
      case USE:
      case COPY:
      case TABLE:
        return TARGET;
      case CALL:
      case EXEC:
      case EXECUTE:
        return PROCEDURE;
      case EXPLAIN:
        return PREFIX;
      case BEGIN:
        return BEGUN;
      case GRANT:
      case REVOKE:
      case DENY:
      case COMMENT:
        return IGNORED;
      default:
        return keyword.role == SqlKeyword.Role.DEFINITION ? OBJECT : AFTER;
    }
  }

  /** Returns the state inside a parenthesis that opens in this one. */
  SqlState inner(@Nullable SqlKeyword previous) {
    switch (this) {
      case START:
      case IGNORED:
      case DONE:
        return this;
      case TARGETS:
        return previous == SqlKeyword.TOP ? OPENED : TARGETS;
      case CTE_NAMED:
        // WITH x (columns) AS MATERIALIZED (query)
        return previous == SqlKeyword.AS || previous == SqlKeyword.MATERIALIZED
            ? OPENED_CTE
            : OPENED;
      default:
        return OPENED;
    }
  }

  /** Returns the state behind the end of a parenthesis that opened in this one. */
  SqlState outer(@Nullable SqlKeyword previous) {
    switch (this) {
      case TARGETS:
        return previous == SqlKeyword.TOP ? TARGETS : LIST;
      case USING_TARGETS:
        return LIST;
      case TARGET:
      case DELETE_TARGET:
        return previous == SqlKeyword.TOP ? this : AFTER;
      case START:
      case CTE_NAME:
      case PROCEDURE:
      case OBJECT_NAME:
      case BEGUN:
        return AFTER;
      default:
        return this;
    }
  }

  /** Returns whether a name comes next, even one that is quoted. */
  boolean takesName() {
    switch (this) {
      case TARGETS:
      case USING_TARGETS:
      case TARGET:
      case SELECT_INTO:
      case DELETE_TARGET:
      case OBJECT_NAME:
      case CTE_NAME:
      case PROCEDURE:
        return true;
      default:
        return false;
    }
  }

  /** Returns the state behind a literal or a placeholder. */
  SqlState behindValue() {
    switch (this) {
      case TARGETS:
        return LIST;
      case SELECT_INTO:
        return COLUMNS;
      case OPENED:
      case OPENED_CTE:
      case TARGET:
      case DELETE_TARGET:
      case USING_TARGETS:
      case OBJECT_NAME:
      case PROCEDURE:
        return AFTER;
      default:
        return this;
    }
  }

  SqlState behindComma() {
    switch (this) {
      case LIST:
        return TARGETS;
      case DELETE_NAMED:
        return DELETE_TARGET;
      case CTE_NAMED:
        return CTE_NAME;
      case OBJECT_NAMED:
        return OBJECT_NAME;
      case OPENED:
      case OPENED_CTE:
        return AFTER;
      default:
        return this;
    }
  }
}
