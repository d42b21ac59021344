package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.Failures;
import dev.gossamer.api.bridge.AttributeTarget;
import dev.gossamer.api.bridge.BridgedAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes, from the application to the agent. */
final class AttributeCopies {
  private AttributeCopies() {}

  /** Null for none. */
  static @Nullable BridgedAttributes of(@Nullable Attributes attributes) {
    if (attributes == null || attributes.isEmpty()) {
      return null;
    }
    BridgedAttributes copy = new BridgedAttributes();
    copy(attributes, copy);
    return copy;
  }

  static void copy(@Nullable Attributes attributes, AttributeTarget target) {
    if (attributes != null) {
      attributes.forEach((key, value) -> put(key, value, target));
    }
  }

  /** Nothing where the SDK ignores it, or the value is not of the key's type. */
  static void put(@Nullable AttributeKey<?> key, @Nullable Object value, AttributeTarget target) {
    if (key == null || value == null || key.getKey().isEmpty()) {
      return;
    }
    try {
      copy(key, value, target);
    } catch (RuntimeException ours) {
      // The application must not hear of it here: an SDK of its own takes whatever it is given.
      Failures.note("opentelemetry-api", ours);
    }
  }

  @SuppressWarnings("unchecked")
  private static void copy(AttributeKey<?> key, Object value, AttributeTarget target) {
    String name = key.getKey();
    switch (key.getType()) {
      case STRING:
        target.put(name, (String) value);
        break;
      case BOOLEAN:
        target.put(name, (boolean) value);
        break;
      case LONG:
        target.put(name, ((Number) value).longValue());
        break;
      case DOUBLE:
        target.put(name, (double) value);
        break;
      case STRING_ARRAY:
        target.putStrings(name, (List<String>) value);
        break;
      case BOOLEAN_ARRAY:
        target.putBooleans(name, (List<Boolean>) value);
        break;
      case LONG_ARRAY:
        target.putLongs(name, (List<Long>) value);
        break;
      case DOUBLE_ARRAY:
        target.putDoubles(name, (List<Double>) value);
        break;
      default:
        // Since 1.57.
        target.putValue(name, Values.tree(value));
        break;
    }
  }
}
