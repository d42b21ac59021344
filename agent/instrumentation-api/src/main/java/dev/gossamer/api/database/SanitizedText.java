package dev.gossamer.api.database;

/**
 * The sanitised text while it grows: runs of the original, and what stands for the rest. Nothing is
 * copied as long as nothing changes.
 */
final class SanitizedText {
  private final String sql;
  private final StringBuilder out = new StringBuilder();

  /** Everything before this is in {@link #out}, or gone. */
  private int copied;

  private boolean changed;

  /** Where the values of the open list start in {@link #out}, and in the text; -1: none is. */
  private int listOut = -1;

  private int listStart;
  private int listValues;

  SanitizedText(String sql) {
    this.sql = sql;
  }

  /** Puts a placeholder in the place of a literal. */
  void replace(int start, int end) {
    copyUpTo(start);
    out.append('?');
    copied = end;
    changed = true;
  }

  /** Leaves a comment out. What was apart stays apart. */
  void remove(int start, int end, int textEnd) {
    copyUpTo(start);
    copied = end;
    changed = true;
    if (out.length() > 0
        && !SqlCharacters.isSpace(out.charAt(out.length() - 1))
        && end < textEnd
        && !SqlCharacters.isSpace(sql.charAt(end))) {
      out.append(' ');
    }
  }

  /** {@code IN (}: nothing but values may follow, up to the parenthesis that closes it. */
  void openList(int start) {
    copyUpTo(start);
    listOut = out.length();
    listStart = start;
    listValues = 0;
  }

  void addToList() {
    listValues++;
  }

  /** It is no list of values, or over. */
  void leaveList() {
    listOut = -1;
  }

  /** Makes one placeholder of the values of the open list, if there is one. */
  void closeList(int end) {
    if (listOut >= 0 && listValues > 0) {
      boolean alreadyShort = end == listStart + 1 && sql.charAt(listStart) == '?';
      changed |= !alreadyShort;
      out.setLength(listOut);
      out.append('?');
      copied = end;
    }
    listOut = -1;
  }

  /** Returns the text up to the index; the original where it is the same. */
  String finish(int end) {
    if (!changed && end == sql.length()) {
      return sql;
    }
    copyUpTo(end);
    if (end < sql.length()) {
      out.append(SqlAnalyzer.CUT_MARK);
    }
    return out.toString();
  }

  private void copyUpTo(int index) {
    if (copied < index) {
      out.append(sql, copied, index);
      copied = index;
    }
  }
}
