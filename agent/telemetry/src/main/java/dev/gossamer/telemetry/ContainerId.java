package dev.gossamer.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * Finds the id of the container in what Linux says about the process. Total: any text, null when
 * there is none.
 */
final class ContainerId {
  private static final int LENGTH = 64;

  private ContainerId() {}

  /** From {@code /proc/self/cgroup}, where version 1 of control groups has it. */
  static @Nullable String inCgroup(String text) {
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String id = idEndingAt(text, start, end);
      if (id != null) {
        return id;
      }
      start = end + 1;
    }
    return null;
  }

  /** The 64 hex digits at the end of a line, maybe followed by {@code .scope}. */
  private static @Nullable String idEndingAt(String text, int start, int lineEnd) {
    int end = lineEnd;
    if (text.startsWith(".scope", end - 6)) {
      end -= 6;
    }
    int from = end - LENGTH;
    if (from <= start || !isHex(text, from, end)) {
      return null;
    }
    char before = text.charAt(from - 1);
    return before == '/' || before == '-' || before == ':' ? text.substring(from, end) : null;
  }

  /**
   * From {@code /proc/self/mountinfo}: with version 2, the files that the container engine mounts
   * into every container ({@code .../containers/<id>/hostname}) still name it.
   */
  static @Nullable String inMountInfo(String text) {
    int found = text.indexOf("/hostname ");
    while (found >= 0) {
      int lineStart = text.lastIndexOf('\n', found) + 1;
      String line = text.substring(lineStart, found);
      for (int slash = line.indexOf('/'); slash >= 0; slash = line.indexOf('/', slash + 1)) {
        int end = slash + 1 + LENGTH;
        if (end <= line.length()
            && isHex(line, slash + 1, end)
            && (end == line.length() || line.charAt(end) == '/')) {
          return line.substring(slash + 1, end);
        }
      }
      found = text.indexOf("/hostname ", found + 1);
    }
    return null;
  }

  private static boolean isHex(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
