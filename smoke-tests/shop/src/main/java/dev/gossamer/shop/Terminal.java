package dev.gossamer.shop;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/** What the place that the demo prints to can show. */
final class Terminal {
  private static final int DEFAULT_COLUMNS = 100;
  private static final int MOST_COLUMNS = 160;

  private Terminal() {}

  /**
   * @param environment of which COLUMNS, NO_COLOR and TERM count
   * @param interactive whether the output goes to a terminal
   * @param charset of the output
   */
  static Waterfall.Style style(
      Map<String, String> environment, boolean interactive, Charset charset) {
    boolean colour =
        interactive
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    boolean unicode = charset.name().toUpperCase(Locale.ROOT).startsWith("UTF");
    return new Waterfall.Style(columns(environment), colour, unicode);
  }

  private static int columns(Map<String, String> environment) {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
      return columns > 0 ? Math.min(columns, MOST_COLUMNS) : DEFAULT_COLUMNS;
    } catch (NumberFormatException notSet) {
      return DEFAULT_COLUMNS;
    }
  }
}
