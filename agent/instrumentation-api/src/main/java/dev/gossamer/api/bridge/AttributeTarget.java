package dev.gossamer.api.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What attributes are set on: a span, a span to be, or {@link BridgedAttributes}. */
public interface AttributeTarget {
  void put(String key, String value);

  void put(String key, long value);

  void put(String key, double value);

  void put(String key, boolean value);

  void putStrings(String key, List<String> values);

  void putLongs(String key, List<Long> values);

  void putDoubles(String key, List<Double> values);

  void putBooleans(String key, List<Boolean> values);

  /**
   * @param value a string, boolean, long, double, byte array, a list or a map by strings of such,
   *     or null for an empty value
   */
  void putValue(String key, @Nullable Object value);
}
