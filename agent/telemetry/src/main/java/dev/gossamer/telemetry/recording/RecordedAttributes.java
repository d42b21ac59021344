package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.internal.AttributeUtil;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Attributes in the order in which they were set, keys and values in turn in one array. A later
 * value of the same name replaces the earlier one in its place. Not thread-safe.
 */
final class RecordedAttributes implements Attributes {
  /** Where searching one by one ends. */
  private static final int FEW = 64;

  private final RecordingSettings settings;

  private @Nullable Object[] entries;
  private int size;
  private int added;

  /** A bit for each name, by its hash: what is not among them is new without a search. */
  private long seen;

  /** Where names are, once there are more than a few. */
  private @Nullable Map<String, Integer> index;

  /**
   * @param settings of how many there may be, and how long
   * @param expected how many there will be, about
   */
  RecordedAttributes(RecordingSettings settings, int expected) {
    this.settings = settings;
    entries = new @Nullable Object[2 * Math.min(settings.mostAttributes, expected)];
  }

  /** A copy that the original does not change. */
  RecordedAttributes(RecordedAttributes original) {
    settings = original.settings;
    entries = original.entries.clone();
    size = original.size;
    added = original.added;
    seen = original.seen;
    index = original.index == null ? null : new HashMap<>(original.index);
  }

  /** Sets it; null changes nothing, as does a new name when there are enough. */
  void put(AttributeKey<?> key, @Nullable Object value) {
    if (value == null) {
      return;
    }
    String name = key.getKey();
    long bit = 1L << name.hashCode();
    int at = (seen & bit) == 0 ? -1 : find(name);
    if (at < 0) {
      added++;
      if (size >= settings.mostAttributes) {
        return;
      }
      at = size++;
      seen |= bit;
      if (2 * at == entries.length) {
        entries = Arrays.copyOf(entries, 2 * (size + Math.max(size, 4)));
      }
      if (size > FEW) {
        remember(name, at);
      }
    }
    entries[2 * at] = key;
    entries[2 * at + 1] =
        settings.longestValue == Integer.MAX_VALUE
            ? value
            : AttributeUtil.applyAttributeLengthLimit(value, settings.longestValue);
  }

  /** Sets it unless there is one of the same name and type already. */
  <T> void putIfAbsent(AttributeKey<T> key, @Nullable T value) {
    if (get(key) == null) {
      put(key, value);
    }
  }

  private void remember(String name, int at) {
    Map<String, Integer> positions = index;
    if (positions == null) {
      positions = new HashMap<>();
      for (int i = 0; i < at; i++) {
        positions.put(key(i).getKey(), i);
      }
      index = positions;
    }
    positions.put(name, at);
  }

  private int find(String name) {
    if (index != null) {
      return index.getOrDefault(name, -1);
    }
    for (int i = 0; i < size; i++) {
      if (key(i).getKey().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private AttributeKey<?> key(int i) {
    return (AttributeKey<?>) entry(2 * i);
  }

  private Object value(int i) {
    return entry(2 * i + 1);
  }

  @SuppressWarnings("NullAway") // Not null before twice the size.
  private Object entry(int i) {
    return entries[i];
  }

  /** How many names were set, those that found no room included. */
  int added() {
    return added;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable T get(AttributeKey<T> key) {
    int at = find(key.getKey());
    return at < 0 || key(at).getType() != key.getType() ? null : (T) value(at);
  }

  @Override
  public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> action) {
    for (int i = 0; i < size; i++) {
      action.accept(key(i), value(i));
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public Map<AttributeKey<?>, Object> asMap() {
    Map<AttributeKey<?>, Object> map = new HashMap<>();
    forEach(map::put);
    return Collections.unmodifiableMap(map);
  }

  @Override
  public AttributesBuilder toBuilder() {
    return Attributes.builder().putAll(this);
  }

  /** As the SDK's attributes, it equals those of its own class only. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedAttributes
        && asMap().equals(((RecordedAttributes) other).asMap());
  }

  @Override
  public int hashCode() {
    return asMap().hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ", ").append(key(i)).append('=').append(value(i));
    }
    return text.append('}').toString();
  }
}
