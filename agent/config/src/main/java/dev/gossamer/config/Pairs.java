package dev.gossamer.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of {@code key=value}. Every method is total. */
final class Pairs {
  /** More pairs than this are left out. */
  private static final int MOST = 1000;

  private Pairs() {}

  /**
   * Adds the pairs to the map.
   *
   * @param secret whether neither keys nor values may be named in the problem
   * @param firstCounts whether of two pairs of a key the first is used, else the last
   * @return what is wrong with some of them, or null
   */
  static @Nullable String parse(
      String text, boolean secret, boolean firstCounts, Map<String, String> into) {
    StringBuilder problem = null;
    int position = 0;
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String entry = text.substring(start, end).trim();
      start = end + 1;
      if (entry.isEmpty()) {
        continue;
      }
      position++;
      String fault = add(entry, firstCounts, into);
      if (fault != null) {
        problem =
            problem == null ? new StringBuilder("has entries left out: ") : problem.append(", ");
        if (problem.length() < 200) {
          int equals = entry.indexOf('=');
          problem.append(
              secret
                  ? "number " + position
                  : "'" + Words.shown(equals < 0 ? entry : entry.substring(0, equals)) + "'");
          problem.append(" (").append(fault).append(')');
        }
      }
    }
    return problem == null ? null : problem.toString();
  }

  private static @Nullable String add(String entry, boolean firstCounts, Map<String, String> into) {
    int equals = entry.indexOf('=');
    if (equals < 0) {
      return "no '='";
    }
    String key = decode(entry.substring(0, equals).trim());
    if (key.isEmpty()) {
      return "no key";
    }
    String value = entry.substring(equals + 1).trim();
    String reference = reference(value);
    if (reference != null) {
      return reference + " was never replaced";
    }
    if (into.size() >= MOST && !into.containsKey(key)) {
      return "more than " + MOST + " entries";
    }
    if (firstCounts && into.containsKey(key)) {
      return "there is one before it";
    }
    into.remove(key);
    into.put(key, decode(value));
    return null;
  }

  /** The first {@code $(NAME)} in the text, which Kubernetes leaves there when NAME is unset. */
  static @Nullable String reference(String text) {
    int start = text.indexOf("$(");
    int end = start < 0 ? -1 : text.indexOf(')', start);
    if (end <= start + 2) {
      return null;
    }
    for (int i = start + 2; i < end; i++) {
      char c = text.charAt(i);
      if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_')) {
        return null;
      }
    }
    return text.substring(start, end + 1);
  }

  /** Percent-decoded as UTF-8; a {@code %} that is not followed by two hex digits stays. */
  static String decode(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = 0;
    while (i < text.length()) {
      int octet = text.charAt(i) == '%' ? octet(text, i + 1) : -1;
      if (octet >= 0) {
        bytes.write(octet);
        i += 3;
      } else {
        flush(bytes, decoded);
        decoded.append(text.charAt(i++));
      }
    }
    flush(bytes, decoded);
    return decoded.toString();
  }

  private static void flush(ByteArrayOutputStream bytes, StringBuilder into) {
    if (bytes.size() > 0) {
      into.append(new String(bytes.toByteArray(), StandardCharsets.UTF_8));
      bytes.reset();
    }
  }

  private static int octet(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = digit(text.charAt(at));
    int low = digit(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }
}
