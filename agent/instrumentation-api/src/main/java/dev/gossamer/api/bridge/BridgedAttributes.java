package dev.gossamer.api.bridge;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of an event, a link, a measurement or a log record. Lists are copied: those of a
 * measurement stay as long as the agent, and their class may be the application's. Not thread-safe.
 */
public final class BridgedAttributes implements AttributeTarget {
  private final AttributesBuilder builder = Attributes.builder();

  static Attributes built(@Nullable BridgedAttributes attributes) {
    return attributes == null ? Attributes.empty() : attributes.builder.build();
  }

  @Override
  public void put(String key, String value) {
    builder.put(key, value);
  }

  @Override
  public void put(String key, long value) {
    builder.put(key, value);
  }

  @Override
  public void put(String key, double value) {
    builder.put(key, value);
  }

  @Override
  public void put(String key, boolean value) {
    builder.put(key, value);
  }

  @Override
  public void putStrings(String key, List<String> values) {
    builder.put(AttributeKey.stringArrayKey(key), new ArrayList<>(values));
  }

  @Override
  public void putLongs(String key, List<Long> values) {
    builder.put(AttributeKey.longArrayKey(key), new ArrayList<>(values));
  }

  @Override
  public void putDoubles(String key, List<Double> values) {
    builder.put(AttributeKey.doubleArrayKey(key), new ArrayList<>(values));
  }

  @Override
  public void putBooleans(String key, List<Boolean> values) {
    builder.put(AttributeKey.booleanArrayKey(key), new ArrayList<>(values));
  }

  @Override
  public void putValue(String key, @Nullable Object value) {
    builder.put(AttributeKey.valueKey(key), BridgedValues.of(value));
  }
}
