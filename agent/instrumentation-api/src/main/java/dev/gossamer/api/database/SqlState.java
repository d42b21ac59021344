package dev.gossamer.api.database;

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
  DONE
}
