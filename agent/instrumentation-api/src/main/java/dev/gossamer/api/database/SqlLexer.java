package dev.gossamer.api.database;

import static dev.gossamer.api.database.SqlCharacters.isDigit;
import static dev.gossamer.api.database.SqlCharacters.isSpace;
import static dev.gossamer.api.database.SqlCharacters.lower;

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
  private final String sql;
  private final int end;
  private final SqlCharacters characters;
  private final SqlDialect dialect;
  private final SqlSummary summary;

  /** Null where the text is reported as it is. */
  private final @Nullable SanitizedText sanitized;

  private int pos;

  /** Where the last literal ended; -1 before the first. */
  private int literalEnd = -1;

  /** The last two tokens, where they were keywords. */
  private @Nullable SqlKeyword previous;

  private @Nullable SqlKeyword beforePrevious;

  /** True between {@code IDENTIFIED BY} and the password, which may be written as a name. */
  private boolean passwordExpected;

  /** True behind the password: {@code REPLACE} and the old one may follow. */
  private boolean passwordGiven;

  SqlLexer(String sql, SqlDialect dialect, boolean sanitize) {
    this.sql = sql;
    this.dialect = dialect;
    end = SqlAnalyzer.analysedLength(sql);
    characters = new SqlCharacters(sql, end, dialect);
    summary = new SqlSummary(sql, dialect);
    sanitized = sanitize ? new SanitizedText(sql) : null;
  }

  AnalyzedQuery analyze() {
    while (pos < end) {
      token(sql.charAt(pos));
    }
    summary.end();
    return summary.toQuery(sanitized == null ? SqlAnalyzer.cut(sql) : sanitized.finish(end));
  }

  private void token(char c) {
    if (isSpace(c)) {
      pos++;
    } else if (characters.isWordStart(pos)) {
      word();
    } else if (isDigit(c)) {
      digits();
    } else {
      punctuation(c);
    }
  }

  private void punctuation(char c) {
    switch (c) {
      case '\'':
        string(pos, pos, dialect.backslashEscapes);
        return;
      case '"':
        if (dialect.doubleQuotedStrings) {
          string(pos, pos, dialect.backslashEscapes);
          return;
        }
        quotedName('"');
        return;
      case '`':
        quotedName('`');
        return;
      case '[':
        if (dialect.bracketNames) {
          quotedName(']');
          return;
        }
        break;
      case '-':
        if (characters.startsDashComment(pos)) {
          comment(characters.lineEnd(pos));
          return;
        }
        if (startsSignedNumber()) {
          literal(pos, characters.numberEnd(pos));
          return;
        }
        break;
      case '+':
        if (startsSignedNumber()) {
          literal(pos, characters.numberEnd(pos));
          return;
        }
        break;
      case '.':
        if (isDigit(next()) && !continuesName()) {
          literal(pos, characters.numberEnd(pos));
          return;
        }
        break;
      case '/':
        if (next() == '*') {
          comment(characters.blockCommentEnd(pos));
          return;
        }
        break;
      case '#':
        if (dialect.hashComments) {
          comment(characters.lineEnd(pos));
          return;
        }
        break;
      case '$':
        dollar();
        return;
      case '?':
        placeholder(characters.digitsEnd(pos + 1));
        return;
      case ':':
        colon();
        return;
      default:
        break;
    }
    symbol(c);
  }

  // Words

  private void word() {
    int start = pos;
    int wordEnd = characters.wordEnd(start + 1);
    if (wordEnd - start > 2 || !prefixedString(start, wordEnd)) {
      name(start, wordEnd);
    }
  }

  private void name(int start, int nameEnd) {
    boolean qualified = start > 0 && sql.charAt(start - 1) == '.';
    SqlKeyword keyword = qualified ? null : SqlKeyword.find(sql, start, nameEnd);
    if (isPassword(keyword) || isTruthValue(keyword, nameEnd)) {
      literal(start, nameEnd);
      return;
    }
    pos = nameEnd;
    leaveList();
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
    char following = characters.at(nameEnd);
    return following != '.'
        && following != '('
        && previous != SqlKeyword.IS
        && !(previous == SqlKeyword.NOT && beforePrevious == SqlKeyword.IS);
  }

  /** Handles {@code N'...'}, {@code U&'...'}, {@code q'[...]'} and their like. */
  private boolean prefixedString(int start, int wordEnd) {
    char quote = characters.at(wordEnd);
    char first = lower(sql.charAt(start));
    boolean single = wordEnd - start == 1;
    if (quote == '&' && single && first == 'u' && characters.at(wordEnd + 1) == '\'') {
      string(start, wordEnd + 1, dialect.backslashEscapes);
      return true;
    }
    if (quote != '\'' && !(quote == '"' && dialect.doubleQuotedStrings)) {
      return false;
    }
    char last = lower(sql.charAt(wordEnd - 1));
    if (dialect.qQuotes && quote == '\'' && last == 'q' && (single || first == 'n')) {
      literal(start, characters.qStringEnd(wordEnd + 1));
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
    int nameEnd = characters.quotedNameEnd(start + 1, close);
    // A quote that is never closed may have been meant for a value.
    if (nameEnd > end || passwordExpected) {
      literal(start, Math.min(nameEnd, end));
      return;
    }
    pos = nameEnd;
    leaveList();
    passwordGiven = false;
    summary.quotedName(start, nameEnd);
    remember(null);
  }

  // Literals

  private void string(int start, int quoteAt, boolean backslashes) {
    char quote = sql.charAt(quoteAt);
    int stringEnd =
        characters.isTripleQuote(quoteAt)
            ? characters.tripleQuotedEnd(quoteAt + 3, quote)
            : characters.stringEnd(quoteAt + 1, quote, backslashes);
    if (stringEnd <= end) {
      summary.string(start, stringEnd);
    }
    literal(start, Math.min(stringEnd, end));
  }

  private void digits() {
    if (dialect.digitNames) {
      int wordEnd = characters.wordEnd(pos);
      if (!characters.isNumber(pos, wordEnd)) {
        name(pos, wordEnd);
        return;
      }
    }
    literal(pos, characters.numberEnd(pos));
  }

  private void dollar() {
    if (isDigit(next())) {
      if (dialect.dollarMoney) {
        literal(pos, characters.numberEnd(pos));
      } else {
        placeholder(characters.digitsEnd(pos + 1));
      }
      return;
    }
    int quotedEnd = characters.dollarQuotedEnd(pos);
    if (quotedEnd < 0) {
      symbol('$');
    } else {
      literal(pos, quotedEnd);
    }
  }

  /**
   * A sign belongs to the number behind it, unless what stands right before it is a name, a
   * parenthesis or a placeholder: {@code a-1} subtracts.
   */
  private boolean startsSignedNumber() {
    char following = next();
    boolean number = isDigit(following) || (following == '.' && isDigit(characters.at(pos + 2)));
    char before = before();
    return number && (literalEnd == pos || !(isNameEnd(before) || before == ')' || before == '?'));
  }

  private boolean continuesName() {
    return literalEnd != pos && isNameEnd(before());
  }

  private boolean isNameEnd(char c) {
    return characters.isWordPart(c) || c == ']' || c == '"' || c == '`';
  }

  private void literal(int start, int literalEnd) {
    pos = literalEnd;
    this.literalEnd = literalEnd;
    value();
    if (sanitized != null) {
      sanitized.replace(start, literalEnd);
    }
  }

  // Everything else

  private void comment(int commentEnd) {
    if (sanitized != null) {
      sanitized.remove(pos, commentEnd, end);
    }
    pos = commentEnd;
  }

  private void colon() {
    char before = before();
    if (next() == ':') {
      leaveList();
      remember(null);
      pos += 2;
    } else if (isDigit(next()) && !characters.isWordPart(before) && before != ']') {
      placeholder(characters.digitsEnd(pos + 1));
    } else if (characters.isWordStart(pos + 1)) {
      placeholder(characters.wordEnd(pos + 1));
    } else {
      symbol(':');
    }
  }

  private void placeholder(int placeholderEnd) {
    pos = placeholderEnd;
    value();
  }

  private void value() {
    passwordGiven = passwordExpected;
    passwordExpected = false;
    if (sanitized != null) {
      sanitized.addToList();
    }
    remember(null);
    summary.value();
  }

  private void symbol(char c) {
    SqlKeyword before = previous;
    int start = pos++;
    remember(null);
    passwordExpected = false;
    passwordGiven = false;
    if (sanitized != null) {
      trackList(sanitized, start, c, before);
    }
    summary.symbol(start, c);
  }

  private static void trackList(
      SanitizedText sanitized, int at, char c, @Nullable SqlKeyword before) {
    if (c == '(' && before == SqlKeyword.IN) {
      sanitized.openList(at + 1);
    } else if (c == ')') {
      sanitized.closeList(at);
    } else if (c != ',') {
      sanitized.leaveList();
    }
  }

  private void leaveList() {
    if (sanitized != null) {
      sanitized.leaveList();
    }
  }

  private void remember(@Nullable SqlKeyword keyword) {
    beforePrevious = previous;
    previous = keyword;
  }

  private char next() {
    return characters.at(pos + 1);
  }

  private char before() {
    return characters.at(pos - 1);
  }
}
