package dev.gossamer.api.database;

/**
 * How a database reads the characters that databases disagree about. A set of flags: everything
 * else is lexed the same way everywhere.
 */
enum SqlDialect {
  /** Double quotes delimit names, backslashes mean nothing: the SQL standard. */
  STANDARD(Flag.NESTED_COMMENTS),
  /**
   * Nothing is known. Double quotes count as strings: a name lost from the text is better than a
   * value kept in it.
   */
  UNKNOWN(Flag.DOUBLE_QUOTED_STRINGS | Flag.Q_QUOTES),
  MYSQL(
      Flag.DOUBLE_QUOTED_STRINGS
          | Flag.BACKSLASH_ESCAPES
          | Flag.HASH_COMMENTS
          | Flag.SPACED_DASH_COMMENTS
          | Flag.DIGIT_NAMES),
  POSTGRESQL(Flag.NESTED_COMMENTS | Flag.DOLLAR_QUOTES),
  ORACLE(Flag.Q_QUOTES),
  SQL_SERVER(
      Flag.NESTED_COMMENTS
          | Flag.BRACKET_NAMES
          | Flag.DOLLAR_MONEY
          | Flag.EXECUTE_CALLS_PROCEDURES),
  /** Like SQL Server, with {@code QUOTED_IDENTIFIER} off, its default. */
  SYBASE(
      Flag.DOUBLE_QUOTED_STRINGS
          | Flag.NESTED_COMMENTS
          | Flag.BRACKET_NAMES
          | Flag.DOLLAR_MONEY
          | Flag.EXECUTE_CALLS_PROCEDURES),
  SQLITE(Flag.BRACKET_NAMES),
  CLICKHOUSE(Flag.BACKSLASH_ESCAPES | Flag.NESTED_COMMENTS | Flag.DOLLAR_QUOTES),
  SNOWFLAKE(Flag.BACKSLASH_ESCAPES | Flag.DOLLAR_QUOTES),
  /** BigQuery, Spanner. */
  GOOGLE(
      Flag.DOUBLE_QUOTED_STRINGS
          | Flag.BACKSLASH_ESCAPES
          | Flag.HASH_COMMENTS
          | Flag.TRIPLE_QUOTES),
  /** Hive, Spark, Impala, Databricks, Couchbase. */
  HIVE(Flag.DOUBLE_QUOTED_STRINGS | Flag.BACKSLASH_ESCAPES),
  /** {@code EXECUTE PROCEDURE p} calls a procedure, and so does {@code EXECUTE p}. */
  INFORMIX(Flag.DOUBLE_QUOTED_STRINGS | Flag.EXECUTE_CALLS_PROCEDURES),
  FIREBIRD(Flag.Q_QUOTES | Flag.EXECUTE_CALLS_PROCEDURES);

  final boolean doubleQuotedStrings;
  final boolean backslashEscapes;
  final boolean hashComments;
  final boolean spacedDashComments;
  final boolean digitNames;
  final boolean nestedComments;
  final boolean dollarQuotes;
  final boolean dollarMoney;
  final boolean bracketNames;
  final boolean qQuotes;
  final boolean tripleQuotes;
  final boolean executeCallsProcedures;

  SqlDialect(int flags) {
    doubleQuotedStrings = (flags & Flag.DOUBLE_QUOTED_STRINGS) != 0;
    backslashEscapes = (flags & Flag.BACKSLASH_ESCAPES) != 0;
    hashComments = (flags & Flag.HASH_COMMENTS) != 0;
    spacedDashComments = (flags & Flag.SPACED_DASH_COMMENTS) != 0;
    digitNames = (flags & Flag.DIGIT_NAMES) != 0;
    nestedComments = (flags & Flag.NESTED_COMMENTS) != 0;
    dollarQuotes = (flags & Flag.DOLLAR_QUOTES) != 0;
    dollarMoney = (flags & Flag.DOLLAR_MONEY) != 0;
    bracketNames = (flags & Flag.BRACKET_NAMES) != 0;
    qQuotes = (flags & Flag.Q_QUOTES) != 0;
    tripleQuotes = (flags & Flag.TRIPLE_QUOTES) != 0;
    executeCallsProcedures = (flags & Flag.EXECUTE_CALLS_PROCEDURES) != 0;
  }

  private static final class Flag {
    /** {@code "abc"} is a value, not a name. */
    static final int DOUBLE_QUOTED_STRINGS = 1;

    /** {@code 'it\'s'}. */
    static final int BACKSLASH_ESCAPES = 1 << 1;

    /** {@code # to the end of the line}. */
    static final int HASH_COMMENTS = 1 << 2;

    /** {@code --} starts a comment only before white space: {@code 5--1} is a subtraction. */
    static final int SPACED_DASH_COMMENTS = 1 << 3;

    /** Names may start with a digit: {@code 2fa_tokens}. */
    static final int DIGIT_NAMES = 1 << 4;

    static final int NESTED_COMMENTS = 1 << 5;

    /** {@code $$abc$$}, {@code $tag$abc$tag$}. */
    static final int DOLLAR_QUOTES = 1 << 6;

    /** {@code $19.99} is a value, not a placeholder. */
    static final int DOLLAR_MONEY = 1 << 7;

    /** {@code [a name]}. */
    static final int BRACKET_NAMES = 1 << 8;

    /** {@code q'[it's]'}. */
    static final int Q_QUOTES = 1 << 9;

    /** {@code '''abc'''}. */
    static final int TRIPLE_QUOTES = 1 << 10;

    /** {@code EXECUTE p} calls a procedure; elsewhere it runs a prepared statement. */
    static final int EXECUTE_CALLS_PROCEDURES = 1 << 11;
  }
}
