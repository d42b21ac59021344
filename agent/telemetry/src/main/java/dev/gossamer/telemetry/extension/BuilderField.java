package dev.gossamer.telemetry.extension;

import java.lang.reflect.Field;

/**
 * A private field of a builder of the SDK: builders have no getters, and what an extension adds to
 * one must be guarded. They ship with the agent, in one version.
 *
 * @param <T> its type
 */
final class BuilderField<T> {
  private final Field field;

  /** Throws IllegalStateException when there is no such field. */
  BuilderField(Class<?> builder, String name) {
    try {
      field = builder.getDeclaredField(name);
      field.setAccessible(true);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("another version of the SDK than the agent's", e);
    }
  }

  @SuppressWarnings("unchecked")
  T of(Object builder) {
    try {
      return (T) field.get(builder);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it is one of these, and not one that equals it. */
  static boolean isIn(Iterable<?> all, Object one) {
    for (Object other : all) {
      if (other == one) {
        return true;
      }
    }
    return false;
  }
}
