package dev.gossamer.telemetry.transport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

  /** Longer than any timeout; keeps the arithmetic from overflowing. */
  private static final long MAX_SECONDS = 1_000_000_000L;

  private RetryAfter() {}

  /** Nanoseconds from now; 0 for the past and for what is neither a number nor a date. */
  static long nanos(String value, long nowMillis) {
    long seconds = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return untilDate(value, nowMillis);
      }
      seconds = Math.min(MAX_SECONDS, seconds * 10 + (c - '0'));
    }
    return seconds * 1_000_000_000L;
  }

  private static long untilDate(String value, long nowMillis) {
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      long seconds = date.getEpochSecond() - nowMillis / 1000;
      return Math.max(0, Math.min(MAX_SECONDS, seconds)) * 1_000_000_000L;
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
