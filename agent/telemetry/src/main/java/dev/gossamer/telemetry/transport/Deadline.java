package dev.gossamer.telemetry.transport;

import java.time.Duration;

/** A point in time after which nobody waits any more. Immutable; nanoseconds of the JVM's clock. */
final class Deadline {

  /** About 146 years: what "no limit" becomes, and far enough from overflow to compare safely. */
  private static final long FOREVER = Long.MAX_VALUE >> 1;

  private final long at;
  private final boolean never;

  private Deadline(long at, boolean never) {
    this.at = at;
    this.never = never;
  }

  /** Zero, negative and enormous durations mean "no limit", as the SDK's builders have it. */
  static Deadline after(Duration timeout) {
    long nanos = nanosOf(timeout);
    return nanos <= 0 ? new Deadline(0, true) : afterNanos(nanos);
  }

  static Deadline afterNanos(long nanos) {
    return nanos >= FOREVER
        ? new Deadline(0, true)
        : new Deadline(System.nanoTime() + nanos, false);
  }

  /** The length in nanoseconds, capped instead of overflowing. */
  static long nanosOf(Duration duration) {
    long seconds = duration.getSeconds();
    if (seconds >= FOREVER / 1_000_000_000L) {
      return FOREVER;
    }
    return seconds < 0 ? -1 : seconds * 1_000_000_000L + duration.getNano();
  }

  /** What is left, at least 0. */
  long remainingNanos() {
    return never ? FOREVER : Math.max(0, at - System.nanoTime());
  }

  boolean isNever() {
    return never;
  }

  boolean hasPassed() {
    return remainingNanos() == 0;
  }

  Deadline orEarlier(Deadline other) {
    return other.remainingNanos() < remainingNanos() ? other : this;
  }
}
