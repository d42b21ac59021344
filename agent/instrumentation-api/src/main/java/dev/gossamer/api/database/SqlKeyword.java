package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/** The words the analysis reacts to. All others are names, or do not matter. */
enum SqlKeyword {
  SELECT(Role.VERB),
  INSERT(Role.VERB),
  UPDATE(Role.VERB),
  DELETE(Role.VERB),
  MERGE(Role.VERB),
  REPLACE(Role.VERB),
  UPSERT(Role.VERB),
  VALUES(Role.VERB),
  WITH(Role.VERB),
  CALL(Role.VERB),
  EXEC(Role.VERB),
  EXECUTE(Role.VERB),
  CREATE(Role.DEFINITION),
  ALTER(Role.DEFINITION),
  DROP(Role.DEFINITION),
  TRUNCATE(Role.DEFINITION),
  REFRESH(Role.DEFINITION),
  LOCK(Role.DEFINITION),
  START(Role.DEFINITION),

  FROM,
  INTO,
  USING,
  SET,
  IN,
  IS,
  NOT,
  AS,
  OR,
  ON,
  BY,
  IF,
  TRUE,
  FALSE,
  DISTINCT,
  IDENTIFIED,
  PASSWORD,
  RECURSIVE,
  MATERIALIZED,
  JOIN(Role.JOIN),
  APPLY(Role.JOIN),
  STRAIGHT_JOIN(Role.JOIN),
  UNION(Role.SET_OPERATOR),
  INTERSECT(Role.SET_OPERATOR),
  EXCEPT(Role.SET_OPERATOR),
  MINUS(Role.SET_OPERATOR),
  WHERE(Role.CLAUSE),
  GROUP(Role.CLAUSE),
  ORDER(Role.CLAUSE),
  HAVING(Role.CLAUSE),
  LIMIT(Role.CLAUSE),
  OFFSET(Role.CLAUSE),
  FETCH(Role.CLAUSE),
  WINDOW(Role.CLAUSE),
  QUALIFY(Role.CLAUSE),
  FOR(Role.CLAUSE),
  CONNECT(Role.CLAUSE),
  RETURNING(Role.CLAUSE),
  PREWHERE(Role.CLAUSE),
  SETTINGS(Role.CLAUSE),

  /** Stand between an operation and its target. */
  ONLY(Role.FILLER),
  LATERAL(Role.FILLER),
  LOW_PRIORITY(Role.FILLER),
  HIGH_PRIORITY(Role.FILLER),
  DELAYED(Role.FILLER),
  QUICK(Role.FILLER),
  IGNORE(Role.FILLER),
  OVERWRITE(Role.FILLER),
  ABORT(Role.FILLER),
  FAIL(Role.FILLER),
  EXISTS(Role.FILLER),
  CONCURRENTLY(Role.FILLER),
  BODY(Role.FILLER),
  OJ(Role.FILLER),
  TOP(Role.FILLER),
  ALL(Role.FILLER),
  TEMP(Role.FILLER),
  TEMPORARY(Role.FILLER),
  UNLOGGED(Role.FILLER),

  TABLE(Role.OBJECT),
  TABLES(Role.OBJECT),
  INDEX(Role.OBJECT),
  SEQUENCE(Role.OBJECT),
  SCHEMA(Role.OBJECT),
  DATABASE(Role.OBJECT),
  KEYSPACE(Role.OBJECT),
  CATALOG(Role.OBJECT),
  DOMAIN(Role.OBJECT),
  EXTENSION(Role.OBJECT),
  SYNONYM(Role.OBJECT),
  TABLESPACE(Role.OBJECT),
  STATISTICS(Role.OBJECT),
  PUBLICATION(Role.OBJECT),
  SUBSCRIPTION(Role.OBJECT),
  TYPE(Role.OBJECT),
  /** Defined now, run later: what is in them is not part of this call. */
  VIEW(Role.OBJECT_WITH_QUERY),
  POLICY(Role.OBJECT_WITH_QUERY),
  RULE(Role.OBJECT_WITH_QUERY),
  PROCEDURE(Role.OBJECT_WITH_BODY),
  PROC(Role.OBJECT_WITH_BODY),
  FUNCTION(Role.OBJECT_WITH_BODY),
  TRIGGER(Role.OBJECT_WITH_BODY),
  PACKAGE(Role.OBJECT_WITH_BODY),
  EVENT(Role.OBJECT_WITH_BODY),
  ALIAS(Role.OBJECT_WITH_BODY),
  /** Their names are those of people. */
  USER(Role.OBJECT_UNNAMED),
  ROLE(Role.OBJECT_UNNAMED),
  LOGIN(Role.OBJECT_UNNAMED),
  SESSION(Role.OBJECT_UNNAMED),
  SYSTEM(Role.OBJECT_UNNAMED),
  TRANSACTION(Role.OBJECT_UNNAMED),

  EXPLAIN,
  BEGIN,
  DECLARE,
  END,
  THEN,
  ELSE,
  LOOP,
  WHILE,
  IMMEDIATE,
  USE,
  COPY,
  GRANT,
  REVOKE,
  DENY,
  COMMENT,
  TRAN(Role.TRANSACTION),
  WORK(Role.TRANSACTION),
  ISOLATION(Role.TRANSACTION),
  READ(Role.TRANSACTION),
  DEFERRED(Role.TRANSACTION),
  EXCLUSIVE(Role.TRANSACTION),
  CONCURRENT(Role.TRANSACTION),
  OUTFILE,
  DUMPFILE;

  /** What a keyword does, where several do the same. */
  enum Role {
    NONE,
    VERB,
    DEFINITION,
    JOIN,
    SET_OPERATOR,
    CLAUSE,
    FILLER,
    TRANSACTION,
    OBJECT,
    OBJECT_WITH_QUERY,
    OBJECT_WITH_BODY,
    OBJECT_UNNAMED
  }

  private static final int LONGEST = 13;
  private static final int MASK = 511;
  private static final @Nullable SqlKeyword[] TABLE_BY_HASH = tableByHash();

  final Role role;

  SqlKeyword() {
    this(Role.NONE);
  }

  SqlKeyword(Role role) {
    this.role = role;
  }

  /** Returns whether the keyword always starts a statement. Null, a name, never does. */
  static boolean isOperation(@Nullable SqlKeyword keyword) {
    return keyword != null && (keyword.role == Role.VERB || keyword.role == Role.DEFINITION);
  }

  /** Returns whether {@code BEGIN} and this word open a transaction, not a block. */
  boolean opensTransaction() {
    return role == Role.TRANSACTION || this == TRANSACTION || this == IMMEDIATE || this == NOT;
  }

  boolean isObject() {
    return role.compareTo(Role.OBJECT) >= 0;
  }

  /** Returns the keyword that stands between the two indexes, in any case, or null. */
  static @Nullable SqlKeyword find(String text, int start, int end) {
    int length = end - start;
    if (length > LONGEST || length < 2) {
      return null;
    }
    int hash = hash(text, start, end);
    for (int slot = hash & MASK; ; slot = (slot + 1) & MASK) {
      SqlKeyword keyword = TABLE_BY_HASH[slot];
      if (keyword == null) {
        return null;
      }
      String name = keyword.name();
      if (name.length() == length && text.regionMatches(true, start, name, 0, length)) {
        return keyword;
      }
    }
  }

  private static int hash(String text, int start, int end) {
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + (text.charAt(i) | 0x20);
    }
    return hash ^ (hash >>> 9);
  }

  private static @Nullable SqlKeyword[] tableByHash() {
    @Nullable SqlKeyword[] table = new SqlKeyword[MASK + 1];
    for (SqlKeyword keyword : values()) {
      String name = keyword.name();
      int slot = hash(name, 0, name.length()) & MASK;
      while (table[slot] != null) {
        slot = (slot + 1) & MASK;
      }
      table[slot] = keyword;
    }
    return table;
  }
}
