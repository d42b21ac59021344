package dev.gossamer.api.database;

/**
 * The characters of one text: where names, numbers, strings and comments that start at an index
 * end. Without state. All indexes returned are at most {@link #end}, unless it says otherwise; each
 * is found in time linear in the distance to it.
 */
final class SqlCharacters {
  private static final int MAX_DOLLAR_TAG = 64;

  final String sql;

  /** How much of the text is looked at. */
  final int end;

  private final SqlDialect dialect;

  SqlCharacters(String sql, int end, SqlDialect dialect) {
    this.sql = sql;
    this.end = end;
    this.dialect = dialect;
  }

  /** Returns the character, or NUL outside of the text. */
  char at(int index) {
    return index >= 0 && index < end ? sql.charAt(index) : '\0';
  }

  // Names

  /** {@code @x} and {@code #x} are variables and temporary tables: read like names. */
  boolean isWordStart(int index) {
    char c = at(index);
    if (c != '@' && c != '#') {
      return isLetter(c) || c == '_';
    }
    char following = at(index + 1);
    return !(c == '#' && dialect.hashComments)
        && (isLetter(following) || following == '_' || following == c);
  }

  boolean isWordPart(char c) {
    return isLetter(c)
        || isDigit(c)
        || c == '_'
        || c == '$'
        || c == '@'
        || (c == '#' && !dialect.hashComments);
  }

  int wordEnd(int from) {
    int i = from;
    while (i < end && isWordPart(sql.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns the index behind the closing quote; more than {@link #end} if there is none. */
  int quotedNameEnd(int from, char close) {
    return stringEnd(from, close, false);
  }

  // Strings

  /**
   * Returns the index behind the closing quote; more than {@link #end} if there is none.
   *
   * @param from behind the opening quote
   */
  int stringEnd(int from, char quote, boolean backslashes) {
    int i = from;
    while (i < end) {
      char c = sql.charAt(i);
      if (c == '\\' && backslashes) {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (at(i + 1) == quote) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return end + 1;
  }

  boolean isTripleQuote(int index) {
    char quote = at(index);
    return dialect.tripleQuotes && at(index + 1) == quote && at(index + 2) == quote;
  }

  /** Like {@link #stringEnd}, for three quotes. */
  int tripleQuotedEnd(int from, char quote) {
    int i = from;
    while (i < end) {
      if (sql.charAt(i) == '\\') {
        i += 2;
      } else if (sql.charAt(i) == quote && isTripleQuote(i)) {
        return i + 3;
      } else {
        i++;
      }
    }
    return end + 1;
  }

  /**
   * Returns the index behind {@code [it's]'}.
   *
   * @param from behind {@code q'}
   */
  int qStringEnd(int from) {
    char close = closing(at(from));
    int i = from + 1;
    while (i < end && !(sql.charAt(i) == close && at(i + 1) == '\'')) {
      i++;
    }
    return Math.min(i + 2, end);
  }

  private static char closing(char open) {
    switch (open) {
      case '[':
        return ']';
      case '(':
        return ')';
      case '{':
        return '}';
      case '<':
        return '>';
      default:
        return open;
    }
  }

  /** Returns the index behind {@code $tag$...$tag$}; -1 if that is not what starts here. */
  int dollarQuotedEnd(int start) {
    int tagEnd = dialect.dollarQuotes ? dollarTagEnd(start) : -1;
    if (tagEnd < 0) {
      return -1;
    }
    int close = sql.indexOf(sql.substring(start, tagEnd), tagEnd);
    return close < 0 ? end : Math.min(close + tagEnd - start, end);
  }

  private int dollarTagEnd(int start) {
    int limit = Math.min(end, start + MAX_DOLLAR_TAG);
    for (int i = start + 1; i < limit; i++) {
      char c = sql.charAt(i);
      if (c == '$') {
        return i + 1;
      }
      if (!isLetter(c) && c != '_' && !(isDigit(c) && i > start + 1)) {
        return -1;
      }
    }
    return -1;
  }

  // Numbers

  int digitsEnd(int from) {
    int i = from;
    while (i < end && isDigit(sql.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns the index behind sign, digits, point, exponent, and letters grown onto them. */
  int numberEnd(int start) {
    int i = isDigit(at(start)) || at(start) == '.' ? start : start + 1;
    i = digitsEnd(i);
    if (at(i) == '.' && at(i + 1) != '.') {
      i = digitsEnd(i + 1);
    }
    if (at(i) == 'e' || at(i) == 'E') {
      char sign = at(i + 1);
      boolean signed = (sign == '-' || sign == '+') && isDigit(at(i + 2));
      i = digitsEnd(signed ? i + 2 : i + 1);
    }
    return wordEnd(i);
  }

  /** Tells {@code 12}, {@code 1e5} and {@code 0xff} from {@code 2fa}. */
  boolean isNumber(int start, int wordEnd) {
    int i = digitsEnd(start);
    if (i >= wordEnd) {
      return true;
    }
    char letter = lower(at(i));
    if (letter == 'e') {
      return digitsEnd(i + 1) >= wordEnd;
    }
    if (i != start + 1 || at(start) != '0' || (letter != 'x' && letter != 'b')) {
      return false;
    }
    for (int k = i + 1; k < wordEnd; k++) {
      char c = lower(at(k));
      if (!isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  // Comments

  boolean startsDashComment(int index) {
    return at(index + 1) == '-'
        && (!dialect.spacedDashComments
            || index + 2 >= end
            || isSpace(at(index + 2))
            || Character.isISOControl(at(index + 2)));
  }

  int lineEnd(int from) {
    int i = from;
    while (i < end && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  int blockCommentEnd(int start) {
    int i = start + 2;
    int depth = 1;
    while (i < end && depth > 0) {
      char c = sql.charAt(i);
      if (c == '*' && at(i + 1) == '/') {
        depth--;
        i += 2;
      } else if (c == '/' && at(i + 1) == '*' && dialect.nestedComments) {
        depth++;
        i += 2;
      } else {
        i++;
      }
    }
    return Math.min(i, end);
  }

  // Classes

  /** Returns the lower case of a letter of ASCII; of others, something that is no letter. */
  static char lower(char c) {
    return (char) (c | 0x20);
  }

  static boolean isLetter(char c) {
    return c < 0x80 ? lower(c) >= 'a' && lower(c) <= 'z' : !isSpace(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isSpace(char c) {
    return c <= ' '
        ? c == ' ' || (c >= '\t' && c <= '\r')
        : c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
