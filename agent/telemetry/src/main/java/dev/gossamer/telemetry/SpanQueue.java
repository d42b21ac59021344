package dev.gossamer.telemetry;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue from many threads to one. Adding takes no lock and never waits: one
 * compare-and-set on success, nothing but two reads when full.
 *
 * <p>Slots are claimed by number. The taking side says only once per batch how far it got, so that
 * adding threads seldom see that number's cache line change.
 */
final class SpanQueue<T> {
  /** How often to look again for an element whose slot is claimed and not yet filled. */
  private static final int PATIENCE = 1000;

  private final AtomicReferenceArray<@Nullable T> slots;
  private final int mask;
  private final int capacity;

  private final AtomicLong claimed = new AtomicLong();
  private final AtomicLong released = new AtomicLong();

  /** How far the one taking thread got. */
  private long taken;

  SpanQueue(int capacity) {
    int length = Integer.highestOneBit(Math.max(2, capacity) - 1) << 1;
    slots = new AtomicReferenceArray<>(length);
    mask = length - 1;
    this.capacity = capacity;
  }

  /**
   * Adds the element unless the queue is full.
   *
   * @return how many elements there are now, or 0 when it was full
   */
  int add(T element) {
    while (true) {
      long slot = claimed.get();
      long size = slot - released.get();
      if (size >= capacity) {
        return 0;
      }
      if (claimed.compareAndSet(slot, slot + 1)) {
        slots.lazySet((int) slot & mask, element);
        return (int) size + 1;
      }
    }
  }

  /** How many elements were added and not released. */
  int size() {
    return (int) (claimed.get() - released.get());
  }

  /** The next element, or null when there is none. One thread only. */
  @Nullable T take() {
    int slot = (int) taken & mask;
    T element = slots.get(slot);
    for (int i = 0; element == null && taken < claimed.get() && i < PATIENCE; i++) {
      Thread.yield();
      element = slots.get(slot);
    }
    if (element != null) {
      slots.lazySet(slot, null);
      taken++;
    }
    return element;
  }

  /** Makes room where elements were taken. One thread only. */
  void release() {
    released.set(taken);
  }
}
