package dev.gossamer.api.logging;

import org.jspecify.annotations.Nullable;

/**
 * The event that this thread is taking through a logging library, which may come by several times
 * with it, and may hand it on to another library. What is logged meanwhile are other events. One
 * thread.
 */
public final class EventInHand {
  private static final ThreadLocal<@Nullable EventInHand> CURRENT = new ThreadLocal<>();

  private final Object event;
  private final @Nullable EventInHand outer;
  private boolean accepted;
  private boolean handedOn;

  private EventInHand(Object event, @Nullable EventInHand outer) {
    this.event = event;
    this.outer = outer;
  }

  /** Takes it; null when the thread has this one in hand already. Else {@link #end} is due. */
  public static @Nullable EventInHand begin(Object event) {
    EventInHand outer = CURRENT.get();
    if (outer != null && outer.event == event) {
      return null;
    }
    EventInHand begun = new EventInHand(event, outer);
    CURRENT.set(begun);
    return begun;
  }

  /** It has passed levels and filters. */
  public void accept() {
    accepted = true;
  }

  /** If it is this one, it goes to another library, whose events become records themselves. */
  public static void handOn(Object event) {
    EventInHand current = CURRENT.get();
    if (current != null && current.event == event) {
      current.handedOn = true;
    }
  }

  /** Puts it away; whether it was accepted and not handed on. */
  public boolean end() {
    CURRENT.set(outer);
    return accepted && !handedOn;
  }
}
