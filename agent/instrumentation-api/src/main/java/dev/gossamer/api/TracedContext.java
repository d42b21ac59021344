package dev.gossamer.api;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * What a family knows of a running span, and the context in which that span is current, as one
 * object: nothing of the parent's is copied. Whoever adds to it gets a context of the API's.
 * Immutable and thread-safe as a context.
 */
public abstract class TracedContext implements Context {
  private static final ContextKey<?> SPAN = keyOfSpans();

  private final Context parent;
  private final Span span;

  /** The same as a context of the API's, once somebody adds to it; threads may race. */
  private @Nullable Context entries;

  /**
   * @param span the one that is current in it
   * @param key under which it finds itself; each class has one
   */
  protected TracedContext(Context parent, Span span, ContextKey<?> key) {
    // One of the same kind would be out of reach and yet be kept, and so would all before it.
    this.parent = parent.get(key) == null ? parent : without(parent, key);
    this.span = span;
  }

  /** Under which it finds itself: the same as was given to the constructor. */
  protected abstract ContextKey<?> key();

  @Override
  @SuppressWarnings("unchecked")
  public final <V> @Nullable V get(ContextKey<V> key) {
    return key == SPAN ? (V) span : key == key() ? (V) this : parent.get(key);
  }

  @Override
  @SuppressWarnings("unchecked")
  public final <V> Context with(ContextKey<V> key, V value) {
    Context all = entries;
    if (all == null) {
      all = parent.with(span).with((ContextKey<Object>) key(), this);
      entries = all;
    }
    return all.with(key, value);
  }

  /** The context of the caller: where callbacks belong. */
  public final Context parent() {
    return parent;
  }

  /** The span that is current in it. */
  public final Span span() {
    return span;
  }

  @SuppressWarnings("NullAway") // No value is what a context without one has.
  private static Context without(Context context, ContextKey<?> key) {
    return context.with(key, null);
  }

  /** The API keeps its key to itself, but not from the context that a span is stored in. */
  private static ContextKey<?> keyOfSpans() {
    KeyContext asked = new KeyContext();
    Span.getInvalid().storeInContext(asked);
    if (asked.key == null) {
      throw new IllegalStateException("a span was not stored under a key");
    }
    return asked.key;
  }

  private static final class KeyContext implements Context {
    @Nullable ContextKey<?> key;

    @Override
    public <V> @Nullable V get(ContextKey<V> asked) {
      return null;
    }

    @Override
    public <V> Context with(ContextKey<V> stored, V value) {
      key = stored;
      return this;
    }
  }
}
