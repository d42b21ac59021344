package dev.gossamer.telemetry.recording;

import org.jspecify.annotations.Nullable;

/**
 * Ports and status codes as objects. They come again and again, and one that was used lately is
 * still in the processor's cache when its span is exported. Thread-safe without a lock: threads
 * that race make two objects where one would do.
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
