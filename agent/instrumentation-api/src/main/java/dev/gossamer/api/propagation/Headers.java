package dev.gossamer.api.propagation;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads propagation headers from a carrier.
 *
 * <p>A getter that throws counts as a missing header: containers decode lazily, so that it may be
 * the sender's bytes which make it throw, and a header must never cost the span.
 *
 * <p>Stateless, does not throw.
 */
public final class Headers {
  /** A carrier that never stops answering is cut off here. */
  private static final int MOST_LINES = 1024;

  private Headers() {}

  /** The value of a header that is there exactly once; null when it is missing or repeated. */
  public static <C> @Nullable String only(
      TextMapGetter<C> getter, @Nullable C carrier, String name) {
    try {
      Iterator<String> lines = getter.getAll(carrier, name);
      if (lines == null) {
        return null;
      }
      String only = null;
      for (int count = 0; count < MOST_LINES && lines.hasNext(); count++) {
        String line = lines.next();
        if (line != null) {
          if (only != null) {
            return null;
          }
          only = line;
        }
      }
      return only;
    } catch (RuntimeException e) {
      return null;
    }
  }

  /**
   * All values of a list header, in their order, joined by commas; null when it is missing or on
   * more lines than anybody sends.
   *
   * @param enough characters after which no further line is added: the result may be longer by one
   *     line, and is then known to be too long
   */
  public static <C> @Nullable String joined(
      TextMapGetter<C> getter, @Nullable C carrier, String name, int enough) {
    try {
      Iterator<String> lines = getter.getAll(carrier, name);
      if (lines == null) {
        return null;
      }
      String first = null;
      StringBuilder all = null;
      for (int count = 0; lines.hasNext(); count++) {
        if (count == MOST_LINES) {
          return null;
        }
        String line = lines.next();
        if (line == null) {
          continue;
        }
        if (first == null) {
          first = line;
          continue;
        }
        if (all == null) {
          all = new StringBuilder(first.length() + 1 + line.length()).append(first);
        }
        if (all.length() > enough) {
          break;
        }
        all.append(',').append(line);
      }
      return all == null ? first : all.toString();
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Whether the range lies in the text, is lower-case hexadecimal and not all zero. */
  public static boolean isIdentifier(String text, int from, int to) {
    if (to > text.length()) {
      return false;
    }
    boolean zero = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!isLowerHex(c)) {
        return false;
      }
      zero &= c == '0';
    }
    return !zero;
  }

  /** Whether the character is a hexadecimal digit and not an upper-case one. */
  public static boolean isLowerHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /** The first index in the range that holds neither space nor tab, or its end. */
  public static int skipSpace(String text, int from, int to) {
    int start = from;
    while (start < to && isSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  /** The end of the range without the spaces and tabs before it. */
  public static int trimSpace(String text, int from, int to) {
    int end = to;
    while (end > from && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
