package dev.gossamer.api;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * State an instrumentation keeps on an object of the application: in a field where the engine could
 * add one to the object's class, else in a map that does not keep the object alive.
 *
 * <p>Thread-safe. One instance per kind of state, in a static final field of the instrumentation.
 *
 * @param <K> the objects that carry state, compared by identity
 * @param <V> the state; must not refer to its object strongly, or the map would keep both
 */
public final class ObjectState<K, V> {
  /**
   * For the first state of an object, by the object's class. Not its own monitor, which the
   * application may hold for as long as it likes; and not by its identity hash, for whose sake the
   * JVM would keep a monitor apart for each object that the application locks.
   */
  private static final Object[] LOCKS = new Object[64];

  static {
    for (int i = 0; i < LOCKS.length; i++) {
      LOCKS[i] = new Object();
    }
  }

  private final ConcurrentHashMap<Object, V> map = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** The state on the object, or null. */
  @SuppressWarnings("unchecked")
  public @Nullable V get(K object) {
    if (object instanceof GossamerState) {
      Slot slot = find((GossamerState) object);
      return slot == null ? null : (V) slot.value;
    }
    return map.isEmpty() ? null : map.get(new Lookup(object));
  }

  /** Puts state on the object, in the place of earlier state of the same kind. */
  public void set(K object, V state) {
    if (object instanceof GossamerState) {
      Slot slot = findOrAdd((GossamerState) object, state);
      if (slot != null) {
        slot.set(state);
      }
      return;
    }
    expunge();
    map.put(new Key(object, collected), state);
  }

  /** Puts state on the object unless it has some; returns what is there afterwards. */
  @SuppressWarnings("unchecked")
  public V setIfAbsent(K object, V state) {
    if (object instanceof GossamerState) {
      Slot slot = findOrAdd((GossamerState) object, state);
      return slot == null ? state : (V) slot.setIfAbsent(state);
    }
    expunge();
    V there = map.putIfAbsent(new Key(object, collected), state);
    return there == null ? state : there;
  }

  /** Removes and returns the state of the object, or null. */
  @SuppressWarnings("unchecked")
  public @Nullable V take(K object) {
    if (object instanceof GossamerState) {
      Slot slot = find((GossamerState) object);
      return slot == null ? null : (V) slot.take();
    }
    return map.isEmpty() ? null : map.remove(new Lookup(object));
  }

  private @Nullable Slot find(GossamerState carrier) {
    Slot slot = (Slot) carrier.gossamerState();
    while (slot != null && slot.owner != this) {
      slot = slot.next;
    }
    return slot;
  }

  /** The slot that the object has; null when one with the state was added. */
  private @Nullable Slot findOrAdd(GossamerState carrier, Object state) {
    Slot slot = find(carrier);
    if (slot != null) {
      return slot;
    }
    Slot added = new Slot(this, state);
    Slot first = (Slot) carrier.gossamerState();
    if (first == null) {
      synchronized (LOCKS[carrier.getClass().hashCode() & LOCKS.length - 1]) {
        first = (Slot) carrier.gossamerState();
        if (first == null) {
          carrier.gossamerState(added);
          return null;
        }
      }
    }
    return first.findOrAdd(added);
  }

  private void expunge() {
    Reference<?> dead;
    while ((dead = collected.poll()) != null) {
      map.remove(dead);
    }
  }

  /** The state of one kind on one object; a list, because several kinds may meet on it. */
  private static final class Slot {
    final ObjectState<?, ?> owner;
    volatile @Nullable Object value;
    volatile @Nullable Slot next;

    Slot(ObjectState<?, ?> owner, Object value) {
      this.owner = owner;
      this.value = value;
    }

    synchronized void set(Object state) {
      value = state;
    }

    synchronized Object setIfAbsent(Object state) {
      Object there = value;
      if (there == null) {
        value = state;
        return state;
      }
      return there;
    }

    @Nullable Object take() {
      if (value == null) {
        return null;
      }
      synchronized (this) {
        Object taken = value;
        value = null;
        return taken;
      }
    }

    /** Of the first slot of an object: the slot of the same owner; null when it was added. */
    synchronized @Nullable Slot findOrAdd(Slot added) {
      Slot slot = this;
      while (slot.owner != added.owner) {
        Slot next = slot.next;
        if (next == null) {
          slot.next = added;
          return null;
        }
        slot = next;
      }
      return slot;
    }
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      if (mine == null) {
        return false;
      }
      return other instanceof Key
          ? ((Key) other).get() == mine
          : other instanceof Lookup && ((Lookup) other).object == mine;
    }
  }

  /** A key for one look-up: no reference object to be registered with the collector. */
  private static final class Lookup {
    final Object object;

    Lookup(Object object) {
      this.object = object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key && ((Key) other).get() == object;
    }
  }
}
