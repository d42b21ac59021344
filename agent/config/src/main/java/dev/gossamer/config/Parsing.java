package dev.gossamer.config;

/** Numbers and times as users write them. Every method is total. */
final class Parsing {
  /** What no setting can be; also the answer for text that is no number. */
  static final long NONE = Long.MIN_VALUE;

  private Parsing() {}

  /** A decimal whole number with optional sign, or {@link #NONE}. */
  static long number(String text) {
    int start = 0;
    boolean negative = false;
    if (!text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
      negative = text.charAt(0) == '-';
      start = 1;
    }
    int digits = text.length() - start;
    if (digits < 1 || digits > 18) {
      return NONE;
    }
    long value = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NONE;
      }
      value = value * 10 + (c - '0');
    }
    return negative ? -value : value;
  }

  /** Milliseconds of {@code 1500}, {@code "10s"}, {@code "5 ms"}, {@code "1 m"}, or NONE. */
  static long millis(String text) {
    int end = text.length();
    while (end > 0 && isLetter(text.charAt(end - 1))) {
      end--;
    }
    long unit = unit(text, end);
    long number = number(text.substring(0, end).trim());
    if (unit == NONE || number == NONE) {
      return NONE;
    }
    return number != 0 && Math.abs(number) > Long.MAX_VALUE / unit ? NONE : number * unit;
  }

  private static long unit(String text, int start) {
    int length = text.length() - start;
    if (length == 0) {
      return 1;
    }
    if (length == 2) {
      return text.startsWith("ms", start) ? 1 : NONE;
    }
    if (length > 2) {
      return NONE;
    }
    switch (text.charAt(start)) {
      case 's':
        return 1000;
      case 'm':
        return 60_000;
      case 'h':
        return 3_600_000;
      case 'd':
        return 86_400_000;
      default:
        return NONE;
    }
  }

  /** A number from 0 to 1, or a negative one for anything else. */
  static double ratio(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != 'e' && c != 'E' && c != '-' && c != '+') {
        return -1;
      }
    }
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value <= 1 ? value + 0.0 : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
