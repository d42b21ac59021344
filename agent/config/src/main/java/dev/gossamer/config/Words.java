package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text of settings and about settings. Every method is total. */
final class Words {
  private static final int LONGEST_SHOWN = 120;
  private static final int LONGEST_COMPARED = 80;

  private Words() {}

  /** The trimmed, non-empty parts between commas. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String part = text.substring(start, end).trim();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      start = end + 1;
    }
    return parts;
  }

  static String join(Collection<String> words) {
    StringBuilder joined = new StringBuilder();
    for (String word : words) {
      if (joined.length() > 0) {
        joined.append(", ");
      }
      joined.append(word);
    }
    return joined.toString();
  }

  /** What a user wrote, as it may stand in a line of ours: one line, printable, not too long. */
  static String shown(String text) {
    int length = Math.min(text.length(), LONGEST_SHOWN);
    StringBuilder shown = new StringBuilder(length + 3);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
    }
    if (length < text.length()) {
      shown.append("...");
    }
    return shown.toString();
  }

  /** The candidate that was probably meant, or null. */
  static @Nullable String nearest(String word, Iterable<String> candidates) {
    if (word.length() > LONGEST_COMPARED) {
      return null;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    int allowed = word.length() <= 4 ? 1 : word.length() <= 8 ? 2 : 3;
    String nearest = null;
    int best = allowed + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) < best) {
        int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
        if (distance < best) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return nearest;
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  static int distance(String a, String b) {
    int[] twoAgo = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, twoAgo[j - 2] + 1);
        }
        row[j] = least;
      }
      int[] free = twoAgo;
      twoAgo = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
