package dev.gossamer.telemetry.recording;

import org.jspecify.annotations.Nullable;

/**
 * Ports and status codes as objects, of which a server's span has three: those that come again and
 * again are not made again, which saves their allocation and nothing else that was measured.
 * Thread-safe without a lock: threads that race make two objects where one would do.
 */
final class BoxedNumbers {
  private static final int PLACES = 256;

  private static final @Nullable Long[] LATEST = new @Nullable Long[PLACES];

  private BoxedNumbers() {}

  static Long of(int number) {
    int place = number & PLACES - 1;
    Long latest = LATEST[place];
    if (latest != null && latest == number) {
      return latest;
    }
    Long boxed = (long) number;
    LATEST[place] = boxed;
    return boxed;
  }
}
