package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * One pass over one text: cuts it into tokens, hands each to the {@link SqlSummary}, and on the way
 * writes the sanitised text. Never looks further back than one character; every character is
 * consumed once, so time is linear.
 *
 * <p>Where a literal or a comment goes, what is left must read the same the second time: a comment
 * between two characters that are not white space leaves a space, and {@code ?} never becomes part
 * of a longer token.
 */
final class SqlLexer {
  private static final int MAX_DOLLAR_TAG = 64;

  private final String sql;
  private final int end;
  private final SqlDialect dialect;
  private final boolean sanitize;
  private final SqlSummary summary;
  private final StringBuilder out = new StringBuilder();

  private int pos;

  /** Everything before this is in {@link #out}, or gone. */
  private int copied;

  private boolean changed;

  /** Where the last literal ended; -1 after anything else. */
  private int literalEnd = -1;

  /** The last two tokens, where they were keywords. */
  private @Nullable SqlKeyword previous;

  private @Nullable SqlKeyword beforePrevious;

  /** True between {@code IDENTIFIED BY} and the password, which may be written as a name. */
  private boolean passwordExpected;

  /** True behind the password: {@code REPLACE} and the old one may follow. */
  private boolean passwordGiven;

  /** Where the values of an open {@code IN (} start in {@link #out}, and in the text; -1: none. */
  private int listOut = -1;

  private int listStart;
  private int listValues;

  SqlLexer(String sql, SqlDialect dialect, boolean sanitize) {
    this.sql = sql;
    this.dialect = dialect;
    this.sanitize = sanitize;
    end = SqlAnalyzer.analysedLength(sql);
    summary = new SqlSummary(sql, dialect);
  }

  AnalyzedQuery analyze() {
    while (pos < end) {
      token(sql.charAt(pos));
    }
    summary.end();
    return summary.toQuery(text());
  }

  private String text() {
    if (!sanitize) {
      return SqlAnalyzer.cut(sql);
    }
    if (!changed && end == sql.length()) {
      return sql;
    }
    copyUpTo(end);
    if (end < sql.length()) {
      out.append(SqlAnalyzer.CUT_MARK);
    }
    return out.toString();
  }

  private void token(char c) {
    if (isSpace(c)) {
      pos++;
      return;
    }
    if (isWordStart(c)) {
      word();
      return;
    }
    if (c >= '0' && c <= '9') {
      digits();
      return;
    }
    switch (c) {
      case '\'':
        string(pos, pos, dialect.backslashEscapes);
        return;
      case '"':
        if (dialect.doubleQuotedStrings) {
          string(pos, pos, dialect.backslashEscapes);
        } else {
          quotedName('"');
        }
        return;
      case '`':
        quotedName('`');
        return;
      case '[':
        if (dialect.bracketNames) {
          quotedName(']');
        } else {
          symbol(c);
        }
        return;
      case '-':
        if (next() == '-' && startsDashComment()) {
          lineComment();
        } else {
          sign(c);
        }
        return;
      case '+':
        sign(c);
        return;
      case '.':
        if (isDigit(next()) && !continuesName()) {
          number(pos);
        } else {
          symbol(c);
        }
        return;
      case '/':
        if (next() == '*') {
          blockComment();
        } else {
          symbol(c);
        }
        return;
      case '#':
        if (dialect.hashComments) {
          lineComment();
        } else {
          symbol(c);
        }
        return;
      case '$':
        dollar();
        return;
      case '?':
        placeholder(pos + 1);
        return;
      case ':':
        colon();
        return;
      default:
        symbol(c);
    }
  }

  // Words

  private void word() {
    int start = pos;
    int wordEnd = wordEnd(start + 1);
    if (wordEnd < end && wordEnd - start <= 2 && prefixedString(start, wordEnd)) {
      return;
    }
    name(start, wordEnd);
  }

  private void name(int start, int nameEnd) {
    boolean qualified = start > 0 && sql.charAt(start - 1) == '.';
    SqlKeyword keyword = qualified ? null : SqlKeyword.find(sql, start, nameEnd);
    pos = nameEnd;
    if (isPassword(keyword) || isTruthValue(keyword, nameEnd)) {
      literal(start, nameEnd);
      return;
    }
    listOut = -1;
    summary.word(start, nameEnd, keyword);
    passwordExpected =
        (keyword == SqlKeyword.BY && previous == SqlKeyword.IDENTIFIED)
            || (passwordExpected
                && (keyword == SqlKeyword.VALUES || keyword == SqlKeyword.PASSWORD))
            || (passwordGiven && keyword == SqlKeyword.REPLACE);
    passwordGiven = false;
    remember(keyword);
  }

  private boolean isPassword(@Nullable SqlKeyword keyword) {
    return passwordExpected && keyword != SqlKeyword.VALUES && keyword != SqlKeyword.PASSWORD;
  }

  /** A truth value is a literal, but {@code IS NOT TRUE} is a predicate. */
  private boolean isTruthValue(@Nullable SqlKeyword keyword, int nameEnd) {
    if (keyword != SqlKeyword.TRUE && keyword != SqlKeyword.FALSE) {
      return false;
    }
    if (nameEnd < end && (sql.charAt(nameEnd) == '.' || sql.charAt(nameEnd) == '(')) {
      return false;
    }
    return previous != SqlKeyword.IS
        && !(previous == SqlKeyword.NOT && beforePrevious == SqlKeyword.IS);
  }

  private boolean prefixedString(int start, int wordEnd) {
    char quote = sql.charAt(wordEnd);
    char first = (char) (sql.charAt(start) | 0x20);
    boolean single = wordEnd - start == 1;
    if (quote == '&' && single && first == 'u' && charAt(wordEnd + 1) == '\'') {
      string(start, wordEnd + 1, dialect.backslashEscapes);
      return true;
    }
    if (quote != '\'' && !(quote == '"' && dialect.doubleQuotedStrings)) {
      return false;
    }
    char last = (char) (sql.charAt(wordEnd - 1) | 0x20);
    if (dialect.qQuotes && last == 'q' && (single || first == 'n') && quote == '\'') {
      qString(start, wordEnd + 1);
      return true;
    }
    if (single && (first == 'n' || first == 'b' || first == 'x' || first == 'e' || first == 'r')) {
      string(start, wordEnd, dialect.backslashEscapes || first == 'e');
      return true;
    }
    return false;
  }

  private void quotedName(char close) {
    int start = pos;
    int i = start + 1;
    while (i < end) {
      if (sql.charAt(i) != close) {
        i++;
      } else if (charAt(i + 1) == close) {
        i += 2;
      } else {
        break;
      }
    }
    if (i >= end) {
      // Never closed: whatever this was meant to be, it may be a value.
      pos = end;
      literal(start, end);
      return;
    }
    pos = i + 1;
    if (passwordExpected) {
      literal(start, pos);
      return;
    }
    listOut = -1;
    summary.quotedName(start, pos);
    remember(null);
  }

  // Literals

  private void string(int start, int quoteAt, boolean backslashes) {
    char quote = sql.charAt(quoteAt);
    if (dialect.tripleQuotes && charAt(quoteAt + 1) == quote && charAt(quoteAt + 2) == quote) {
      pos = tripleQuotedEnd(quoteAt + 3, quote);
    } else {
      pos = stringEnd(quoteAt + 1, quote, backslashes);
    }
    boolean closed = pos <= end;
    pos = Math.min(pos, end);
    if (closed) {
      summary.string(start, pos);
    }
    literal(start, pos);
  }

  /** Returns the index behind the closing quote; more than {@link #end} if there is none. */
  private int stringEnd(int from, char quote, boolean backslashes) {
    int i = from;
    while (i < end) {
      char c = sql.charAt(i);
      if (c == '\\' && backslashes) {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (charAt(i + 1) == quote) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return end + 1;
  }

  private int tripleQuotedEnd(int from, char quote) {
    int i = from;
    while (i < end) {
      char c = sql.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c == quote && charAt(i + 1) == quote && charAt(i + 2) == quote) {
        return i + 3;
      } else {
        i++;
      }
    }
    return end + 1;
  }

  private void qString(int start, int from) {
    char open = charAt(from);
    char close = closing(open);
    int i = from + 1;
    while (i < end && !(sql.charAt(i) == close && charAt(i + 1) == '\'')) {
      i++;
    }
    pos = Math.min(i + 2, end);
    literal(start, pos);
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

  private void dollar() {
    char following = next();
    if (isDigit(following)) {
      if (dialect.dollarMoney) {
        number(pos);
      } else {
        placeholder(digitsEnd(pos + 1));
      }
      return;
    }
    int tagEnd = dialect.dollarQuotes ? dollarTagEnd() : -1;
    if (tagEnd < 0) {
      symbol('$');
      return;
    }
    int start = pos;
    String tag = sql.substring(start, tagEnd);
    int close = sql.indexOf(tag, tagEnd);
    pos = close < 0 ? end : Math.min(close + tag.length(), end);
    literal(start, pos);
  }

  /** Returns the index behind {@code $tag$}; -1 if that is not what starts here. */
  private int dollarTagEnd() {
    int i = pos + 1;
    int limit = Math.min(end, i + MAX_DOLLAR_TAG);
    while (i < limit) {
      char c = sql.charAt(i);
      if (c == '$') {
        return i + 1;
      }
      if (!isWordStart(c) && !(isDigit(c) && i > pos + 1)) {
        return -1;
      }
      if (c == '@' || c == '#') {
        return -1;
      }
      i++;
    }
    return -1;
  }

  private void digits() {
    if (dialect.digitNames) {
      int wordEnd = wordEnd(pos);
      if (!isNumber(pos, wordEnd)) {
        name(pos, wordEnd);
        return;
      }
    }
    number(pos);
  }

  /** Tells {@code 12}, {@code 1e5} and {@code 0xff} from {@code 2fa}. */
  private boolean isNumber(int start, int wordEnd) {
    int i = digitsEnd(start);
    if (i >= wordEnd) {
      return true;
    }
    char letter = (char) (sql.charAt(i) | 0x20);
    if (letter == 'e') {
      return digitsEnd(i + 1) >= wordEnd;
    }
    if (i != start + 1 || sql.charAt(start) != '0' || (letter != 'x' && letter != 'b')) {
      return false;
    }
    for (int k = i + 1; k < wordEnd; k++) {
      char c = (char) (sql.charAt(k) | 0x20);
      if (!isDigit(sql.charAt(k)) && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Consumes sign, digits, point, exponent, and any letters grown onto them. */
  private void number(int start) {
    int i = start;
    char c = sql.charAt(i);
    if (c == '-' || c == '+' || c == '$') {
      i++;
    }
    i = digitsEnd(i);
    if (charAt(i) == '.' && charAt(i + 1) != '.') {
      i = digitsEnd(i + 1);
    }
    if ((charAt(i) | 0x20) == 'e') {
      char sign = charAt(i + 1);
      boolean signed = (sign == '-' || sign == '+') && isDigit(charAt(i + 2));
      i = digitsEnd(signed ? i + 2 : i + 1);
    }
    pos = i < end ? wordEnd(i) : end;
    literal(start, pos);
  }

  /**
   * A sign belongs to the number behind it, unless what stands right before it is a name, a
   * parenthesis or a placeholder: {@code a-1} subtracts.
   */
  private void sign(char c) {
    char following = next();
    boolean number = isDigit(following) || (following == '.' && isDigit(charAt(pos + 2)));
    if (number && (literalEnd == pos || !continuesOperand())) {
      number(pos);
    } else {
      symbol(c);
    }
  }

  private boolean continuesOperand() {
    char before = charBefore();
    return isWordPart(before)
        || before == ')'
        || before == ']'
        || before == '"'
        || before == '`'
        || before == '?';
  }

  private boolean continuesName() {
    char before = charBefore();
    return literalEnd != pos
        && (isWordPart(before) || before == ']' || before == '"' || before == '`');
  }

  // Comments

  private boolean startsDashComment() {
    return !dialect.spacedDashComments
        || pos + 2 >= end
        || isSpace(sql.charAt(pos + 2))
        || Character.isISOControl(sql.charAt(pos + 2));
  }

  private void lineComment() {
    int i = pos;
    while (i < end && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
      i++;
    }
    comment(i);
  }

  private void blockComment() {
    int i = pos + 2;
    int depth = 1;
    while (i < end && depth > 0) {
      char c = sql.charAt(i);
      if (c == '*' && charAt(i + 1) == '/') {
        depth--;
        i += 2;
      } else if (c == '/' && charAt(i + 1) == '*' && dialect.nestedComments) {
        depth++;
        i += 2;
      } else {
        i++;
      }
    }
    comment(Math.min(i, end));
  }

  private void comment(int commentEnd) {
    int start = pos;
    pos = commentEnd;
    if (!sanitize) {
      return;
    }
    copyUpTo(start);
    copied = commentEnd;
    changed = true;
    if (out.length() > 0
        && !isSpace(out.charAt(out.length() - 1))
        && commentEnd < end
        && !isSpace(sql.charAt(commentEnd))) {
      out.append(' ');
    }
  }

  // Everything else

  private void colon() {
    if (next() == ':') {
      listOut = -1;
      remember(null);
      pos += 2;
    } else if (isDigit(next()) && !isWordPart(charBefore()) && charBefore() != ']') {
      placeholder(digitsEnd(pos + 1));
    } else if (isWordStart(next())) {
      placeholder(wordEnd(pos + 1));
    } else {
      symbol(':');
    }
  }

  private void placeholder(int placeholderEnd) {
    int i = placeholderEnd;
    if (sql.charAt(pos) == '?') {
      i = digitsEnd(i);
    }
    pos = i;
    literalEnd = -1;
    passwordGiven = passwordExpected;
    passwordExpected = false;
    listValues++;
    remember(null);
    summary.value();
  }

  private void symbol(char c) {
    SqlKeyword before = previous;
    int start = pos++;
    remember(null);
    passwordExpected = false;
    passwordGiven = false;
    if (c == '(') {
      listOut = -1;
      if (sanitize && before == SqlKeyword.IN) {
        copyUpTo(pos);
        listOut = out.length();
        listStart = pos;
        listValues = 0;
      }
    } else if (c == ')') {
      closeList(start);
    } else if (c != ',') {
      listOut = -1;
    }
    summary.symbol(start, c);
  }

  private void closeList(int at) {
    if (listOut >= 0 && listValues > 0) {
      boolean alreadyShort = at == listStart + 1 && sql.charAt(listStart) == '?';
      changed |= !alreadyShort;
      out.setLength(listOut);
      out.append('?');
      copied = at;
    }
    listOut = -1;
  }

  private void literal(int start, int literalEnd) {
    this.literalEnd = literalEnd;
    passwordGiven = passwordExpected;
    passwordExpected = false;
    listValues++;
    remember(null);
    summary.value();
    if (sanitize) {
      copyUpTo(start);
      out.append('?');
      copied = literalEnd;
      changed = true;
    }
  }

  private void copyUpTo(int index) {
    if (copied < index) {
      out.append(sql, copied, index);
      copied = index;
    }
  }

  private void remember(@Nullable SqlKeyword keyword) {
    beforePrevious = previous;
    previous = keyword;
  }

  // Characters

  private char next() {
    return charAt(pos + 1);
  }

  /** Returns the character, or NUL beyond the end. */
  private char charAt(int index) {
    return index < end ? sql.charAt(index) : '\0';
  }

  private char charBefore() {
    return pos > 0 ? sql.charAt(pos - 1) : '\0';
  }

  private int digitsEnd(int from) {
    int i = from;
    while (i < end && isDigit(sql.charAt(i))) {
      i++;
    }
    return i;
  }

  private int wordEnd(int from) {
    int i = from;
    while (i < end && isWordPart(sql.charAt(i))) {
      i++;
    }
    return i;
  }

  /** {@code @x} and {@code #x} are variables and temporary tables: read like names. */
  private boolean isWordStart(char c) {
    return isLetter(c) || c == '_' || ((c == '@' || c == '#') && startsSpecialName(c));
  }

  private boolean startsSpecialName(char c) {
    if (c == '#' && dialect.hashComments) {
      return false;
    }
    char following = next();
    return isLetter(following) || following == '_' || following == c;
  }

  private boolean isWordPart(char c) {
    return isLetter(c)
        || isDigit(c)
        || c == '_'
        || c == '$'
        || c == '@'
        || (c == '#' && !dialect.hashComments);
  }

  private static boolean isLetter(char c) {
    int lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z' && c < 0x80) || (c >= 0x80 && !isSpace(c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        ? c == ' ' || (c >= '\t' && c <= '\r')
        : c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
