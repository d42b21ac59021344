package dev.gossamer.engine;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** System properties over environment variables. */
final class EngineSettings implements Function<String, @Nullable String> {
  static final EngineSettings INSTANCE = new EngineSettings();

  private EngineSettings() {}

  @Override
  public @Nullable String apply(String property) {
    return get(property);
  }

  private static @Nullable String get(String property) {
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
