package dev.gossamer.engine;

import dev.gossamer.engine.index.Instrumented;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which instrumentations are on. */
final class Switches {
  private Switches() {}

  /**
   * What the settings say of one instrumentation. One that is on by default is switched off by any
   * of its names, one that is off by default is switched on by any of them.
   *
   * @param settings from the name of a system property to its value or null
   */
  static boolean isOn(Instrumented instrumentation, Function<String, @Nullable String> settings) {
    boolean on = instrumentation.onByDefault();
    if (on && "false".equals(word(settings.apply("otel.instrumentation.common.default-enabled")))) {
      on = false;
    }
    boolean byDefault = on;
    for (String name : instrumentation.switches()) {
      String said = word(settings.apply("otel.instrumentation.".concat(name).concat(".enabled")));
      if (byDefault ? "false".equals(said) : "true".equals(said)) {
        on = !byDefault;
      }
    }
    return on;
  }

  private static @Nullable String word(@Nullable String value) {
    return value == null ? null : value.trim().toLowerCase(Locale.ROOT);
  }
}
