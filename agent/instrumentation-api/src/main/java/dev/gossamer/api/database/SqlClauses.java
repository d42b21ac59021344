package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * The clauses of a statement: which state a word leads to. Understands just enough of the grammar
 * to know where an operation or a table is named.
 *
 * <p>What a definition contains ({@code CREATE VIEW v AS SELECT ...}) is run later, and so is no
 * operation of this text; {@code CREATE TABLE t AS SELECT ...} is run now. Names of users are left
 * out.
 */
final class SqlClauses {
  private static final int MAX_VERB_LENGTH = 32;

  private final String sql;
  private final SqlTargets targets;
  private final SummaryText summary;
  private final SqlDialect dialect;

  SqlState state = SqlState.START;

  /** The operation whose targets are being read at this depth. */
  @Nullable SqlKeyword verb;

  /** The last token, where it was a keyword. */
  @Nullable SqlKeyword previous;

  /** What is created, altered or dropped. */
  private @Nullable SqlKeyword object;

  /** True inside a procedural block, where not every statement starts with an operation. */
  private boolean block;

  SqlClauses(String sql, SqlDialect dialect, SqlTargets targets, SummaryText summary) {
    this.sql = sql;
    this.dialect = dialect;
    this.targets = targets;
    this.summary = summary;
  }

  void read(int start, int end, @Nullable SqlKeyword keyword) {
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
        if (SqlKeyword.isOperation(keyword) && previous != SqlKeyword.FOR) {
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
          targets.start(start, end);
        }
        break;
      case DELETE_NAMED:
        if (keyword == SqlKeyword.FROM) {
          targets.dropDeferred();
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
          targets.start(start, end);
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
          targets.start(start, end);
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
    if (block && !SqlKeyword.isOperation(keyword)) {
      state = SqlState.PREFIX;
      return;
    }
    if (keyword == SqlKeyword.IF || keyword == SqlKeyword.WHILE) {
      block = true;
      state = SqlState.PREFIX;
      return;
    }
    targets.flushDeferred();
    verb = keyword;
    object = null;
    if (keyword != SqlKeyword.END && isWord(start, end)) {
      summary.operation(start, end);
    }
    state = keyword == null ? SqlState.AFTER : SqlState.behind(keyword);
    block |= keyword == SqlKeyword.DECLARE;
  }

  private void readOpened(int start, int end, @Nullable SqlKeyword keyword) {
    boolean changes = state == SqlState.OPENED_CTE;
    state = SqlState.AFTER;
    if (keyword == SqlKeyword.WITH || (changes && SqlKeyword.isOperation(keyword))) {
      startStatement(start, end, keyword);
    }
  }

  private void readBegun(int start, int end, @Nullable SqlKeyword keyword) {
    if (keyword != null && keyword.opensTransaction()) {
      state = SqlState.AFTER;
      return;
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
      targets.start(start, end);
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
          targets.start(start, end);
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
    } else if (previous != SqlKeyword.OR && !isTargetFiller(keyword)) {
      targets.start(start, end);
    }
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
    } else if (block
        && verb != SqlKeyword.MERGE
        && SqlKeyword.isOperation(keyword)
        && startsNested()) {
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
      targets.start(start, end);
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
      targets.start(start, end);
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

  private static boolean isTargetFiller(@Nullable SqlKeyword keyword) {
    return keyword != null
        && (keyword.role == SqlKeyword.Role.FILLER
            || keyword == SqlKeyword.INTO
            || keyword == SqlKeyword.TABLE
            || keyword == SqlKeyword.OR);
  }

  // What else a clause may hold

  void readQuotedName(int start, int end) {
    if (state.takesName()
        || (state == SqlState.OBJECT && (verb == SqlKeyword.TRUNCATE || verb == SqlKeyword.LOCK))) {
      targets.start(start, end);
    } else if (state == SqlState.OPENED || state == SqlState.OPENED_CTE) {
      state = SqlState.AFTER;
    }
  }

  /** The name that was started is complete. */
  void finishName() {
    if (!targets.hasName()) {
      return;
    }
    switch (state) {
      case TARGETS:
      case USING_TARGETS:
        targets.finishTable();
        state = SqlState.LIST;
        break;
      case TARGET:
        if (verb == SqlKeyword.USE) {
          targets.finishOther();
        } else {
          targets.finishTable();
        }
        state = SqlState.AFTER;
        break;
      case SELECT_INTO:
        targets.finishTable();
        state = SqlState.COLUMNS;
        break;
      case DELETE_TARGET:
        targets.defer();
        state = SqlState.DELETE_NAMED;
        break;
      case OBJECT:
      case OBJECT_NAME:
        finishObject();
        break;
      case CTE_NAME:
        targets.finishCte();
        state = SqlState.CTE_NAMED;
        break;
      case PROCEDURE:
        finishProcedure();
        break;
      default:
        targets.dropName();
    }
  }

  private void finishObject() {
    if (object == null || object == SqlKeyword.TABLE || object == SqlKeyword.TABLES) {
      targets.finishTable();
    } else {
      targets.finishOther();
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

  private void finishProcedure() {
    state = SqlState.AFTER;
    if (targets.isVariable()) {
      targets.dropName();
    } else if (verb == SqlKeyword.EXECUTE && !dialect.executeCallsProcedures) {
      targets.finishOther();
    } else {
      targets.finishProcedure();
    }
  }
}
