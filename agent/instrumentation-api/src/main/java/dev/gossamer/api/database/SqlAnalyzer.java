package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * Reads query texts of one database system. A total function: any text, no exception, linear time,
 * bounded memory. Thread-safe.
 *
 * <p>Results are kept in small direct-mapped tables that are read and written without
 * synchronisation: entries are immutable, a lost entry is computed again, and a hit allocates
 * nothing. Prepared texts repeat by nature, so those of up to {@value #MAX_CACHED_PREPARED}
 * characters are kept. Texts of plain statements often carry values and never come again; only
 * short ones, up to {@value #MAX_CACHED_PLAIN} characters, are kept (health checks, {@code COMMIT},
 * schema scripts run in a loop), in a table of their own, so that they push out no prepared one.
 *
 * <p>Source: semantic conventions 1.44, "Sanitization of db.query.text" and "Generating a summary
 * of the query".
 */
public final class SqlAnalyzer {
  /** How much of a text is analysed and reported, in characters. */
  static final int MAX_TEXT_LENGTH = 32 * 1024;

  static final String CUT_MARK = "...";

  private static final int MAX_CACHED_PREPARED = 4096;
  private static final int PREPARED_SLOTS = 256;
  private static final int MAX_CACHED_PLAIN = 256;
  private static final int PLAIN_SLOTS = 64;

  private static final AnalyzedQuery NOTHING = new AnalyzedQuery("", "", null, 0, null, null, null);

  private static final @Nullable SqlAnalyzer[] BY_DIALECT =
      new SqlAnalyzer[SqlDialect.values().length];

  private final SqlDialect dialect;
  private final @Nullable AnalyzedQuery[] prepared = new AnalyzedQuery[PREPARED_SLOTS];
  private final @Nullable AnalyzedQuery[] plain = new AnalyzedQuery[PLAIN_SLOTS];

  SqlAnalyzer(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /** Returns the analyzer for a system; systems that write SQL alike share one. */
  public static SqlAnalyzer of(DatabaseSystem system) {
    SqlDialect dialect = system.dialect();
    SqlAnalyzer analyzer = BY_DIALECT[dialect.ordinal()];
    if (analyzer == null) {
      analyzer = new SqlAnalyzer(dialect);
      BY_DIALECT[dialect.ordinal()] = analyzer;
    }
    return analyzer;
  }

  /**
   * Analyses a text that carries values: each literal becomes {@code ?}, comments go, lists of
   * values collapse ({@code IN (1, 2, 3)} to {@code IN (?)}), the rest stays as it is, white space
   * included. A sanitised text is its own sanitised text.
   *
   * @param sql null counts as empty
   */
  public AnalyzedQuery sanitized(@Nullable String sql) {
    if (sql == null || sql.isEmpty()) {
      return NOTHING;
    }
    if (sql.length() > MAX_CACHED_PLAIN) {
      return new SqlLexer(sql, dialect, true).analyze();
    }
    int slot = slot(sql, PLAIN_SLOTS);
    AnalyzedQuery known = plain[slot];
    if (known == null || !known.source().equals(sql)) {
      known = new SqlLexer(sql, dialect, true).analyze();
      plain[slot] = known;
    }
    return known;
  }

  /**
   * Analyses a parameterised text, which is reported as it is, only cut where it is very long.
   *
   * @param sql null counts as empty
   */
  public AnalyzedQuery unchanged(@Nullable String sql) {
    if (sql == null || sql.isEmpty()) {
      return NOTHING;
    }
    if (sql.length() > MAX_CACHED_PREPARED) {
      return new SqlLexer(sql, dialect, false).analyze();
    }
    int slot = slot(sql, PREPARED_SLOTS);
    AnalyzedQuery known = prepared[slot];
    if (known == null || !known.source().equals(sql)) {
      known = new SqlLexer(sql, dialect, false).analyze();
      prepared[slot] = known;
    }
    return known;
  }

  /** Returns the text, or as much of it as is reported with a mark that it goes on. */
  static String cut(String text) {
    return text.length() <= MAX_TEXT_LENGTH
        ? text
        : text.substring(0, analysedLength(text)).concat(CUT_MARK);
  }

  /** Returns how much of a text is looked at. Never between the halves of a surrogate pair. */
  static int analysedLength(String text) {
    if (text.length() <= MAX_TEXT_LENGTH) {
      return text.length();
    }
    int length = MAX_TEXT_LENGTH - CUT_MARK.length();
    return Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
  }

  private static int slot(String sql, int slots) {
    int hash = sql.hashCode();
    hash ^= hash >>> 16;
    hash ^= hash >>> 8;
    return hash & (slots - 1);
  }
}
