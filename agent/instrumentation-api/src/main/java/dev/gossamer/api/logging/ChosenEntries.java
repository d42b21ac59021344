package dev.gossamer.api.logging;

import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which entries of the thread's logging context (MDC) become attributes. Immutable. */
public final class ChosenEntries {
  private final boolean all;
  private final String[] names;
  private final List<AttributeKey<String>> keys;

  /**
   * @param names of the entries; {@code *} for all but those that the agent adds
   */
  public ChosenEntries(List<String> names) {
    all = names.contains("*");
    this.names = names.toArray(new String[0]);
    keys = new ArrayList<>(this.names.length);
    for (String name : this.names) {
      keys.add(AttributeKey.stringKey(name));
    }
  }

  /** Whether nothing is chosen: then the context need not be read. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** Adds what is chosen of these. */
  public void copy(@Nullable Map<String, ?> from, LoggedEvent to) {
    if (from == null) {
      return;
    }
    if (all) {
      for (Map.Entry<String, ?> entry : from.entrySet()) {
        if (!LogContext.isKey(entry.getKey())) {
          to.attribute(entry.getKey(), text(entry.getValue()));
        }
      }
      return;
    }
    for (int i = 0; i < names.length; i++) {
      String value = text(from.get(names[i]));
      if (value != null) {
        to.add(keys.get(i), value);
      }
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
