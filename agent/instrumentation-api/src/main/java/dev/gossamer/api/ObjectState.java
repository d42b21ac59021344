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
  // Locks of our own: the application may hold an object's monitor for as long as it likes.
  private static final Object[] LOCKS = new Object[16];

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
      synchronized (lock(object)) {
        GossamerState carrier = (GossamerState) object;
        Slot slot = find(carrier);
        if (slot != null) {
          slot.value = state;
        } else {
          carrier.gossamerState(new Slot(this, state, (Slot) carrier.gossamerState()));
        }
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
      synchronized (lock(object)) {
        GossamerState carrier = (GossamerState) object;
        Slot slot = find(carrier);
        if (slot == null) {
          carrier.gossamerState(new Slot(this, state, (Slot) carrier.gossamerState()));
          return state;
        }
        Object there = slot.value;
        if (there == null) {
          slot.value = state;
          return state;
        }
        return (V) there;
      }
    }
    expunge();
    V there = map.putIfAbsent(new Key(object, collected), state);
    return there == null ? state : there;
  }

  /** Removes and returns the state of the object, or null. */
  @SuppressWarnings("unchecked")
  public @Nullable V take(K object) {
    if (object instanceof GossamerState) {
      if (((GossamerState) object).gossamerState() == null) {
        return null;
      }
      synchronized (lock(object)) {
        Slot slot = find((GossamerState) object);
        if (slot == null) {
          return null;
        }
        V taken = (V) slot.value;
        slot.value = null;
        return taken;
      }
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

  private static Object lock(Object object) {
    return LOCKS[System.identityHashCode(object) & (LOCKS.length - 1)];
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
    final @Nullable Slot next;
    volatile @Nullable Object value;

    Slot(ObjectState<?, ?> owner, Object value, @Nullable Slot next) {
      this.owner = owner;
      this.value = value;
      this.next = next;
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
