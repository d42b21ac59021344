package dev.gossamer.api.database;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What all parts of JDBC URL parsing need: looking for things in text, never failing. */
final class UrlText {
  private static final int HEX = 16;

  private UrlText() {}

  /** Returns the index of the first of some characters, or the length of the text. */
  static int indexOfAny(String text, String characters, int from) {
    for (int i = from; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  static int indexOfIgnoreCase(String text, String part, int from) {
    for (int i = from; i <= text.length() - part.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return i;
      }
    }
    return -1;
  }

  static boolean startsWithIgnoreCase(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /**
   * Returns the value of {@code key=value} in a list; null when it is not there or empty. Keys
   * differ in case from driver to driver. A value in braces may contain the separator.
   *
   * @param separators the characters between two entries
   */
  static @Nullable String parameter(String list, String key, String separators) {
    int i = 0;
    while (i < list.length()) {
      int equals = indexOfAny(list, separators + '=', i);
      if (equals >= list.length() || list.charAt(equals) != '=') {
        i = equals + 1;
        continue;
      }
      int end = valueEnd(list, equals + 1, separators);
      if (list.substring(i, equals).trim().equalsIgnoreCase(key)) {
        String value = list.substring(equals + 1, end).trim();
        if (value.length() > 1 && value.startsWith("{") && value.endsWith("}")) {
          value = value.substring(1, value.length() - 1);
        }
        return value.isEmpty() ? null : value;
      }
      i = end + 1;
    }
    return null;
  }

  private static int valueEnd(String list, int from, String separators) {
    if (from < list.length() && list.charAt(from) == '{') {
      int brace = list.indexOf('}', from);
      if (brace >= 0) {
        return indexOfAny(list, separators, brace);
      }
    }
    return indexOfAny(list, separators, from);
  }

  /** Joins two parts of a namespace, either of which may be missing. */
  static @Nullable String join(@Nullable String general, @Nullable String specific) {
    if (general == null || general.isEmpty()) {
      return specific == null || specific.isEmpty() ? null : specific;
    }
    return specific == null || specific.isEmpty() ? general : general + '|' + specific;
  }

  /** Returns what is behind the last slash; null when that is nothing. */
  static @Nullable String lastSegment(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    name = name.substring(name.lastIndexOf('\\') + 1);
    return name.isEmpty() ? null : name;
  }

  /** Decodes {@code %41}; what is no such code stays as it is. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? digit(bytes[i + 1]) : -1;
      int low = high >= 0 ? digit(bytes[i + 2]) : -1;
      if (low >= 0) {
        bytes[length++] = (byte) (high * HEX + low);
        i += 2;
      } else {
        bytes[length++] = bytes[i];
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static int digit(byte character) {
    return character < 0 ? -1 : Character.digit((char) character, HEX);
  }

  /** Returns the port, or {@link DatabaseSystem#NO_PORT} for anything that is none. */
  static int port(String text) {
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return DatabaseSystem.NO_PORT;
      }
      port = port * 10 + (c - '0');
      if (port > 0xFFFF) {
        return DatabaseSystem.NO_PORT;
      }
    }
    return port == 0 ? DatabaseSystem.NO_PORT : port;
  }
}
