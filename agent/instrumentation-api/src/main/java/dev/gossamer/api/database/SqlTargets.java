package dev.gossamer.api.database;

/**
 * The name that is being read, and what becomes of it: a target in the summary, a common table
 * expression, which is no target, or a target perhaps, which the next words will tell.
 */
final class SqlTargets {
  private static final int MAX_CTES = 32;
  private static final int[] NONE = {};

  private final String sql;
  private final SummaryText summary;

  /** The name may go on behind a point; -1: there is none. */
  private int nameStart = -1;

  private int nameEnd;

  /** What {@code DELETE} named, as long as it may turn out to be an alias; -1: nothing. */
  private int deferredStart = -1;

  private int deferredEnd;

  /** Start and end of each; allocated when there is one. */
  private int[] ctes = NONE;

  private int cteCount;

  SqlTargets(String sql, SummaryText summary) {
    this.sql = sql;
    this.summary = summary;
  }

  void start(int start, int end) {
    nameStart = start;
    nameEnd = end;
  }

  boolean hasName() {
    return nameStart >= 0;
  }

  void dropName() {
    nameStart = -1;
  }

  /** Takes a name that stands right behind the point of this one. */
  boolean extend(int start, int end) {
    if (nameStart < 0 || start != nameEnd || sql.charAt(nameEnd - 1) != '.') {
      return false;
    }
    nameEnd = end;
    return true;
  }

  /** Takes a point that stands right behind the name. */
  boolean extendByPoint(int at) {
    if (nameStart < 0 || at != nameEnd) {
      return false;
    }
    nameEnd++;
    return true;
  }

  boolean isVariable() {
    return nameStart >= 0 && sql.charAt(nameStart) == '@';
  }

  void finishTable() {
    flushDeferred();
    trim();
    if (!isCte()) {
      summary.target(nameStart, nameEnd);
    }
    nameStart = -1;
  }

  void finishOther() {
    trim();
    summary.otherTarget(nameStart, nameEnd);
    nameStart = -1;
  }

  void finishProcedure() {
    trim();
    summary.storedProcedure(nameStart, nameEnd);
    nameStart = -1;
  }

  void finishCte() {
    if (cteCount < MAX_CTES) {
      if (cteCount == 0) {
        ctes = new int[2 * MAX_CTES];
      }
      ctes[2 * cteCount] = nameStart;
      ctes[2 * cteCount + 1] = nameEnd;
      cteCount++;
    }
    nameStart = -1;
  }

  /** Keeps the name back until it is known whether it is a table or an alias. */
  void defer() {
    if (deferredStart < 0) {
      deferredStart = nameStart;
      deferredEnd = nameEnd;
    }
    nameStart = -1;
  }

  void dropDeferred() {
    deferredStart = -1;
  }

  void flushDeferred() {
    if (deferredStart >= 0) {
      summary.target(deferredStart, deferredEnd);
      deferredStart = -1;
    }
  }

  private void trim() {
    while (nameEnd > nameStart + 1 && sql.charAt(nameEnd - 1) == '.') {
      nameEnd--;
    }
  }

  private boolean isCte() {
    int length = nameEnd - nameStart;
    for (int i = 0; i < cteCount; i++) {
      int from = ctes[2 * i];
      if (ctes[2 * i + 1] - from == length
          && sql.regionMatches(true, from, sql, nameStart, length)) {
        return true;
      }
    }
    return false;
  }
}
