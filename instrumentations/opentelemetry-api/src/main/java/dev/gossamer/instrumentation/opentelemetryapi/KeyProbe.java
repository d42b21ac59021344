package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import org.jspecify.annotations.Nullable;

/** Learns the key under which a value puts itself into a context: the API keeps it to itself. */
final class KeyProbe implements Context {
  private @Nullable ContextKey<?> seen;

  private KeyProbe() {}

  @SuppressWarnings("unchecked")
  static ContextKey<Object> of(ImplicitContextKeyed value) {
    KeyProbe probe = new KeyProbe();
    value.storeInContext(probe);
    ContextKey<?> key = probe.seen;
    if (key == null) {
      throw new IllegalStateException(value + " puts itself under no key into a context");
    }
    return (ContextKey<Object>) key;
  }

  @Override
  public <V> @Nullable V get(ContextKey<V> key) {
    return null;
  }

  @Override
  public <V> Context with(ContextKey<V> key, V value) {
    seen = key;
    return this;
  }
}
