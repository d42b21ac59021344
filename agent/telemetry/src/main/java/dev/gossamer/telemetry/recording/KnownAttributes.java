package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of attributes that come again and again, such as a method, a route or a status. An
 * attribute is kept when it comes twice without another of its place in between. Bounded; not
 * thread-safe.
 */
final class KnownAttributes {
  private static final int PLACES = 512;

  /** Longer texts seldom come twice, and cost memory. */
  private static final int LONGEST = 64;

  private final Known[] places = new Known[PLACES];
  private final int[] asked = new int[PLACES];

  /** Whether this is a value to remember. */
  static boolean isShort(Object value) {
    return value instanceof String
        ? ((String) value).length() <= LONGEST
        : value instanceof Long || value instanceof Boolean;
  }

  /** Of an attribute, for the other methods. */
  static int hash(AttributeKey<?> key, Object value) {
    int hash = key.hashCode() * 31 + value.hashCode();
    return hash ^ hash >>> 16;
  }

  /** Its bytes, if they are known. */
  byte @Nullable [] get(int hash, AttributeKey<?> key, Object value) {
    Known known = places[hash & PLACES - 1];
    return known != null && known.key.equals(key) && known.value.equals(value) ? known.bytes : null;
  }

  /** Whether it was asked for before: its bytes are worth being kept. */
  boolean isWorthKeeping(int hash) {
    int place = hash & PLACES - 1;
    boolean again = asked[place] == hash;
    asked[place] = hash;
    return again;
  }

  void put(int hash, AttributeKey<?> key, Object value, byte[] bytes) {
    places[hash & PLACES - 1] = new Known(key, value, bytes);
  }

  private static final class Known {
    final AttributeKey<?> key;
    final Object value;
    final byte[] bytes;

    Known(AttributeKey<?> key, Object value, byte[] bytes) {
      this.key = key;
      this.value = value;
      this.bytes = bytes;
    }
  }
}
