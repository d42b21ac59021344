package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * Watches the tokens of one text go by and collects its operations and their targets. Understands
 * just enough of the grammar to know where a table is named: it follows parentheses, down to a
 * bounded depth, and keeps one state for each.
 *
 * <p>Names of common table expressions are no tables. What a definition contains ({@code CREATE
 * VIEW v AS SELECT ...}) is run later, and so is no operation of this text; {@code CREATE TABLE t
 * AS SELECT ...} is run now. Names of users are left out.
 *
 * <p>Source: semantic conventions 1.44, "Generating a summary of the query".
 */
final class SqlSummary {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_CTES = 32;
  private static final int MAX_VERB_LENGTH = 32;

  private final String sql;
  private final SqlDialect dialect;
  private final SummaryText summary;

  private final SqlState[] states = new SqlState[MAX_DEPTH];
  private final @Nullable SqlKeyword[] verbs = new SqlKeyword[MAX_DEPTH];
  private int depth;

  /** Parentheses beyond the depth that is followed. */
  private int unfollowed;

  private SqlState state = SqlState.START;

  /** The operation whose targets are being read at this depth. */
  private @Nullable SqlKeyword verb;

  private @Nullable SqlKeyword object;

  /** The last token, where it was a keyword. */
  private @Nullable SqlKeyword previous;

  /** True inside a procedural block, where not every statement starts with an operation. */
  private boolean block;

  /** The name being read: it may go on behind a point. */
  private int nameStart = -1;

  private int nameEnd;

  /** What {@code DELETE} named, as long as it may turn out to be an alias. */
  private int deferredStart = -1;

  private int deferredEnd;

  private final int[] ctes = new int[2 * MAX_CTES];
  private int cteCount;

  SqlSummary(String sql, SqlDialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
    summary = new SummaryText(sql);
  }

  AnalyzedQuery toQuery(String text) {
    return summary.toQuery(text);
  }

  /** A word; the keyword is null for names and for whatever stands behind a point. */
  void word(int start, int end, @Nullable SqlKeyword keyword) {
    if (unfollowed > 0 || extendsName(start, end)) {
      return;
    }
    finishName();
    read(start, end, keyword);
    previous = keyword;
  }

  void quotedName(int start, int end) {
    if (unfollowed > 0 || extendsName(start, end)) {
      return;
    }
    finishName();
    switch (state) {
      case TARGETS:
      case USING_TARGETS:
      case TARGET:
      case SELECT_INTO:
      case DELETE_TARGET:
      case OBJECT_NAME:
      case CTE_NAME:
      case PROCEDURE:
        startName(start, end);
        break;
      case OBJECT:
        if (verb == SqlKeyword.TRUNCATE || verb == SqlKeyword.LOCK) {
          startName(start, end);
        }
        break;
      case OPENED:
      case OPENED_CTE:
        state = SqlState.AFTER;
        break;
      default:
        break;
    }
    previous = null;
  }

  /** A string literal: where a table is expected, some databases take it for a name. */
  void string(int start, int end) {
    if (unfollowed == 0 && state == SqlState.TARGETS && verb == SqlKeyword.SELECT) {
      finishName();
      summary.target(start, end);
      state = SqlState.LIST;
    }
  }

  /** A literal or a placeholder. */
  void value() {
    if (unfollowed > 0) {
      return;
    }
    finishName();
    previous = null;
    switch (state) {
      case TARGETS:
        state = SqlState.LIST;
        break;
      case OPENED:
      case OPENED_CTE:
      case TARGET:
      case DELETE_TARGET:
      case USING_TARGETS:
      case OBJECT_NAME:
      case PROCEDURE:
        state = SqlState.AFTER;
        break;
      case SELECT_INTO:
        state = SqlState.COLUMNS;
        break;
      default:
        break;
    }
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
    if (c == '.' && nameStart >= 0 && at == nameEnd) {
      nameEnd++;
      return;
    }
    if (c == '=' && nameStart >= 0 && state == SqlState.PROCEDURE && sql.charAt(nameStart) == '@') {
      // EXEC @result = procedure
      nameStart = -1;
      return;
    }
    if (c == '(' && previous == SqlKeyword.TABLE && state == SqlState.TARGETS) {
      // FROM TABLE(function())
      nameStart = -1;
    }
    finishName();
    if (c == '(') {
      open();
    } else if (c == ')') {
      close();
    } else if (c == ',') {
      comma();
    }
    previous = null;
  }

  void end() {
    finishName();
    flushDeferred();
  }

  private void read(int start, int end, @Nullable SqlKeyword keyword) {
    SqlKeyword.Role role = keyword == null ? SqlKeyword.Role.NONE : keyword.role;
    if (state == SqlState.IGNORED || state == SqlState.DONE) {
      return;
    }
    if (keyword == SqlKeyword.SELECT && state != SqlState.OBJECT) {
      startStatement(start, end, keyword);
      return;
    }
    if (role == SqlKeyword.Role.SET_OPERATOR && isQuery()) {
      state = SqlState.SET_OPERAND;
      return;
    }
    switch (state) {
      case START:
        startStatement(start, end, keyword);
        break;
      case SET_OPERAND:
        if (role == SqlKeyword.Role.VERB || keyword == SqlKeyword.TABLE) {
          startStatement(start, end, keyword);
        } else {
          readColumns(keyword);
        }
        break;
      case OPENED:
      case OPENED_CTE:
        readOpened(start, end, keyword);
        break;
      case BEGUN:
        readBegun(start, end, keyword);
        break;
      case PREFIX:
        if (isOperation(keyword) && previous != SqlKeyword.FOR) {
          startStatement(start, end, keyword);
        }
        break;
      case COLUMNS:
        readColumns(keyword);
        break;
      case TARGETS:
      case USING_TARGETS:
        readTargets(start, end, keyword);
        break;
      case TARGET:
      case SELECT_INTO:
        readTarget(start, end, keyword);
        break;
      case DELETE_TARGET:
        if (keyword == SqlKeyword.FROM) {
          state = SqlState.TARGETS;
        } else if (role != SqlKeyword.Role.FILLER) {
          startName(start, end);
        }
        break;
      case DELETE_NAMED:
        if (keyword == SqlKeyword.FROM) {
          deferredStart = -1;
          state = SqlState.TARGETS;
        } else if (keyword == SqlKeyword.WHERE) {
          state = SqlState.AFTER;
        }
        break;
      case LIST:
        readList(keyword);
        break;
      case AFTER:
        readAfter(start, end, keyword);
        break;
      case OBJECT:
        readObject(start, end, keyword);
        break;
      case OBJECT_NAME:
        readObjectName(start, end, keyword);
        break;
      case CTE_NAME:
        if (keyword != SqlKeyword.RECURSIVE) {
          startName(start, end);
        }
        break;
      case CTE_NAMED:
        if (role == SqlKeyword.Role.VERB && keyword != SqlKeyword.WITH) {
          startStatement(start, end, keyword);
        }
        break;
      case PROCEDURE:
        if (keyword == SqlKeyword.IMMEDIATE || keyword == SqlKeyword.AS) {
          state = SqlState.AFTER;
        } else if (keyword != SqlKeyword.PROCEDURE) {
          startName(start, end);
        }
        break;
      default:
        break;
    }
  }

  private void startStatement(int start, int end, @Nullable SqlKeyword keyword) {
    if (keyword == SqlKeyword.WITH) {
      state = SqlState.CTE_NAME;
      return;
    }
    if (block && !isOperation(keyword)) {
      state = SqlState.PREFIX;
      return;
    }
    if (keyword == SqlKeyword.IF || keyword == SqlKeyword.WHILE) {
      block = true;
      state = SqlState.PREFIX;
      return;
    }
    flushDeferred();
    verb = keyword;
    object = null;
    if (keyword != SqlKeyword.END && isWord(start, end)) {
      summary.operation(start, end);
    }
    state = keyword == null ? SqlState.AFTER : stateBehind(keyword);
    block |= keyword == SqlKeyword.DECLARE;
  }

  private static SqlState stateBehind(SqlKeyword keyword) {
    switch (keyword) {
      case SELECT:
        return SqlState.COLUMNS;
      case UPDATE:
        return SqlState.TARGETS;
      case DELETE:
        return SqlState.DELETE_TARGET;
      case INSERT:
      case MERGE:
      case REPLACE:
      case UPSERT:
      case USE:
      case COPY:
      case TABLE:
        return SqlState.TARGET;
      case CALL:
      case EXEC:
      case EXECUTE:
        return SqlState.PROCEDURE;
      case EXPLAIN:
        return SqlState.PREFIX;
      case BEGIN:
        return SqlState.BEGUN;
      case GRANT:
      case REVOKE:
      case DENY:
      case COMMENT:
        return SqlState.IGNORED;
      default:
        return keyword.role == SqlKeyword.Role.DEFINITION ? SqlState.OBJECT : SqlState.AFTER;
    }
  }

  private static boolean isOperation(@Nullable SqlKeyword keyword) {
    return keyword != null
        && (keyword.role == SqlKeyword.Role.VERB || keyword.role == SqlKeyword.Role.DEFINITION);
  }

  private void readOpened(int start, int end, @Nullable SqlKeyword keyword) {
    boolean changes = state == SqlState.OPENED_CTE;
    state = SqlState.AFTER;
    if (keyword == SqlKeyword.WITH || (changes && isOperation(keyword))) {
      startStatement(start, end, keyword);
    }
  }

  private void readBegun(int start, int end, @Nullable SqlKeyword keyword) {
    if (keyword != null) {
      switch (keyword) {
        case TRANSACTION:
        case TRAN:
        case WORK:
        case ISOLATION:
        case READ:
        case DEFERRED:
        case IMMEDIATE:
        case EXCLUSIVE:
        case CONCURRENT:
        case NOT:
          state = SqlState.AFTER;
          return;
        default:
          break;
      }
    }
    block = true;
    startStatement(start, end, keyword);
  }

  private void readColumns(@Nullable SqlKeyword keyword) {
    if (keyword == SqlKeyword.FROM && previous != SqlKeyword.DISTINCT) {
      state = SqlState.TARGETS;
    } else if (keyword == SqlKeyword.INTO && !block) {
      state = SqlState.SELECT_INTO;
    }
  }

  private void readTargets(int start, int end, @Nullable SqlKeyword keyword) {
    if (keyword == null) {
      startName(start, end);
      return;
    }
    switch (keyword.role) {
      case FILLER:
        break;
      case CLAUSE:
        state = SqlState.AFTER;
        break;
      default:
        if (keyword == SqlKeyword.VALUES || keyword == SqlKeyword.SET) {
          state = SqlState.AFTER;
        } else if (keyword == SqlKeyword.WITH) {
          state = SqlState.CTE_NAME;
        } else if (previous != SqlKeyword.OR && keyword != SqlKeyword.OR) {
          startName(start, end);
        }
    }
  }

  private void readTarget(int start, int end, @Nullable SqlKeyword keyword) {
    if (keyword == SqlKeyword.VALUES) {
      state = SqlState.AFTER;
    } else if (keyword == SqlKeyword.OUTFILE || keyword == SqlKeyword.DUMPFILE) {
      state = SqlState.COLUMNS;
    } else if (state == SqlState.SELECT_INTO && sql.charAt(start) == '@') {
      state = SqlState.COLUMNS;
    } else if (previous != SqlKeyword.OR && !isFiller(keyword)) {
      startName(start, end);
    }
  }

  private static boolean isFiller(@Nullable SqlKeyword keyword) {
    return keyword != null
        && (keyword.role == SqlKeyword.Role.FILLER
            || keyword == SqlKeyword.INTO
            || keyword == SqlKeyword.TABLE
            || keyword == SqlKeyword.OR);
  }

  private void readList(@Nullable SqlKeyword keyword) {
    if (keyword == null) {
      return;
    }
    switch (keyword.role) {
      case JOIN:
        state = SqlState.TARGETS;
        break;
      case CLAUSE:
        state = SqlState.AFTER;
        break;
      default:
        if (keyword == SqlKeyword.SET) {
          state = SqlState.AFTER;
        } else if (keyword == SqlKeyword.USING && verb == SqlKeyword.DELETE) {
          state = SqlState.USING_TARGETS;
        }
    }
  }

  private void readAfter(int start, int end, @Nullable SqlKeyword keyword) {
    if (keyword == SqlKeyword.FROM) {
      if (verb == SqlKeyword.UPDATE && previous != SqlKeyword.DISTINCT) {
        state = SqlState.TARGETS;
      }
    } else if (keyword == SqlKeyword.INTO) {
      if (verb == SqlKeyword.INSERT) {
        state = SqlState.TARGET;
      }
    } else if (keyword == SqlKeyword.USING) {
      if (verb == SqlKeyword.MERGE) {
        state = SqlState.USING_TARGETS;
      }
    } else if (keyword == SqlKeyword.WITH) {
      if (verb == SqlKeyword.INSERT || previous == SqlKeyword.AS) {
        state = SqlState.CTE_NAME;
      }
    } else if (block && verb != SqlKeyword.MERGE && isOperation(keyword) && startsNested()) {
      startStatement(start, end, keyword);
    }
  }

  /** In a block a statement may start behind these, without a semicolon before it. */
  private boolean startsNested() {
    return previous == SqlKeyword.THEN
        || previous == SqlKeyword.ELSE
        || previous == SqlKeyword.LOOP
        || previous == SqlKeyword.BEGIN;
  }

  private void readObject(int start, int end, @Nullable SqlKeyword keyword) {
    if (keyword == SqlKeyword.MATERIALIZED) {
      summary.continueOperation(start, end);
    } else if (keyword != null && keyword.isObject()) {
      summary.continueOperation(start, end);
      object = keyword;
      state =
          keyword.role == SqlKeyword.Role.OBJECT_UNNAMED ? SqlState.AFTER : SqlState.OBJECT_NAME;
    } else if (verb == SqlKeyword.TRUNCATE || verb == SqlKeyword.LOCK) {
      startName(start, end);
    }
  }

  private void readObjectName(int start, int end, @Nullable SqlKeyword keyword) {
    boolean filler =
        keyword != null
            && (keyword.role == SqlKeyword.Role.FILLER
                || keyword == SqlKeyword.IF
                || keyword == SqlKeyword.NOT
                || keyword == SqlKeyword.ON);
    if (!filler) {
      startName(start, end);
    }
  }

  private void open() {
    SqlState inner = SqlState.OPENED;
    SqlState outer = state;
    switch (state) {
      case START:
        inner = SqlState.START;
        outer = SqlState.AFTER;
        verb = SqlKeyword.SELECT;
        break;
      case TARGETS:
        if (previous != SqlKeyword.TOP) {
          inner = SqlState.TARGETS;
          outer = SqlState.LIST;
        }
        break;
      case USING_TARGETS:
        outer = SqlState.LIST;
        break;
      case CTE_NAMED:
        inner = previous == SqlKeyword.AS ? SqlState.OPENED_CTE : openedBehind(previous);
        break;
      case CTE_NAME:
        outer = SqlState.AFTER;
        break;
      case TARGET:
      case DELETE_TARGET:
        outer = previous == SqlKeyword.TOP ? state : SqlState.AFTER;
        break;
      case PROCEDURE:
      case OBJECT_NAME:
      case BEGUN:
        outer = SqlState.AFTER;
        break;
      case IGNORED:
      case DONE:
        inner = state;
        break;
      default:
        break;
    }
    if (depth == MAX_DEPTH - 1) {
      state = outer;
      unfollowed = 1;
      return;
    }
    states[depth] = outer;
    verbs[depth] = verb;
    depth++;
    state = inner;
    if (inner != SqlState.TARGETS) {
      verb = null;
    }
  }

  /** {@code AS MATERIALIZED (}, as against {@code WITH x (columns)}. */
  private static SqlState openedBehind(@Nullable SqlKeyword keyword) {
    return keyword == SqlKeyword.MATERIALIZED ? SqlState.OPENED_CTE : SqlState.OPENED;
  }

  private void close() {
    flushDeferred();
    if (depth > 0) {
      depth--;
      state = states[depth];
      verb = verbs[depth];
    }
  }

  private void comma() {
    switch (state) {
      case LIST:
        state = SqlState.TARGETS;
        break;
      case DELETE_NAMED:
        state = SqlState.DELETE_TARGET;
        break;
      case CTE_NAMED:
        state = SqlState.CTE_NAME;
        break;
      case OBJECT_NAMED:
        state = SqlState.OBJECT_NAME;
        break;
      case OPENED:
      case OPENED_CTE:
        state = SqlState.AFTER;
        break;
      default:
        break;
    }
  }

  private void finishStatement() {
    finishName();
    flushDeferred();
    previous = null;
    unfollowed = 0;
    depth = 0;
    verb = null;
    if (state != SqlState.DONE) {
      state = SqlState.START;
    }
  }

  private boolean isQuery() {
    return verb != null
        && verb != SqlKeyword.CREATE
        && (state == SqlState.LIST
            || state == SqlState.AFTER
            || state == SqlState.COLUMNS
            || state == SqlState.SET_OPERAND);
  }

  private boolean isWord(int start, int end) {
    if (end - start > MAX_VERB_LENGTH) {
      return false;
    }
    for (int i = start; i < end; i++) {
      int lower = sql.charAt(i) | 0x20;
      if ((lower < 'a' || lower > 'z') && sql.charAt(i) != '_') {
        return false;
      }
    }
    return true;
  }

  // Names

  private boolean extendsName(int start, int end) {
    if (nameStart < 0 || start != nameEnd || sql.charAt(nameEnd - 1) != '.') {
      return false;
    }
    nameEnd = end;
    return true;
  }

  private void startName(int start, int end) {
    nameStart = start;
    nameEnd = end;
  }

  private void finishName() {
    int start = nameStart;
    if (start < 0) {
      return;
    }
    nameStart = -1;
    int end = nameEnd;
    while (end > start + 1 && sql.charAt(end - 1) == '.') {
      end--;
    }
    switch (state) {
      case TARGETS:
      case USING_TARGETS:
        target(start, end);
        state = SqlState.LIST;
        break;
      case TARGET:
        target(start, end);
        state = SqlState.AFTER;
        break;
      case SELECT_INTO:
        target(start, end);
        state = SqlState.COLUMNS;
        break;
      case DELETE_TARGET:
        if (deferredStart < 0) {
          deferredStart = start;
          deferredEnd = end;
        }
        state = SqlState.DELETE_NAMED;
        break;
      case OBJECT:
      case OBJECT_NAME:
        finishObject(start, end);
        break;
      case CTE_NAME:
        if (cteCount < MAX_CTES) {
          ctes[2 * cteCount] = start;
          ctes[2 * cteCount + 1] = end;
          cteCount++;
        }
        state = SqlState.CTE_NAMED;
        break;
      case PROCEDURE:
        finishProcedure(start, end);
        break;
      default:
        break;
    }
  }

  private void finishObject(int start, int end) {
    if (object == null || object == SqlKeyword.TABLE || object == SqlKeyword.TABLES) {
      summary.target(start, end);
    } else {
      summary.otherTarget(start, end);
    }
    SqlKeyword.Role role = object == null ? SqlKeyword.Role.OBJECT : object.role;
    boolean definition = verb == SqlKeyword.CREATE || verb == SqlKeyword.ALTER;
    if (definition && role == SqlKeyword.Role.OBJECT_WITH_BODY) {
      state = SqlState.DONE;
    } else if (definition && role == SqlKeyword.Role.OBJECT_WITH_QUERY) {
      state = SqlState.IGNORED;
    } else {
      state = definition ? SqlState.AFTER : SqlState.OBJECT_NAMED;
    }
  }

  private void finishProcedure(int start, int end) {
    state = SqlState.AFTER;
    if (sql.charAt(start) == '@') {
      return;
    }
    if (verb == SqlKeyword.EXECUTE && !dialect.executeCallsProcedures) {
      summary.otherTarget(start, end);
    } else {
      summary.storedProcedure(start, end);
    }
  }

  private void target(int start, int end) {
    flushDeferred();
    if (verb == SqlKeyword.USE) {
      summary.otherTarget(start, end);
    } else if (!isCte(start, end)) {
      summary.target(start, end);
    }
  }

  private void flushDeferred() {
    if (deferredStart >= 0) {
      int start = deferredStart;
      deferredStart = -1;
      summary.target(start, deferredEnd);
    }
  }

  private boolean isCte(int start, int end) {
    int length = end - start;
    for (int i = 0; i < cteCount; i++) {
      int from = ctes[2 * i];
      if (ctes[2 * i + 1] - from == length && sql.regionMatches(true, from, sql, start, length)) {
        return true;
      }
    }
    return false;
  }
}
