package dev.gossamer.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** System properties over environment variables. */
final class EngineSettings {
  private EngineSettings() {}

  static @Nullable String get(String property) {
    String value = System.getProperty(property);
    return value != null
        ? value
        : System.getenv(property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
  }

  static boolean isTrue(String property) {
    String value = get(property);
    return value != null && value.trim().equalsIgnoreCase("true");
  }
}
