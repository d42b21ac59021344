package dev.gossamer.telemetry.transport;

import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait before which attempt at one batch: exponential, with jitter of a fifth. */
final class RetrySchedule {

  private static final double JITTER = 0.2;

  /** No attempt is left. */
  static final long GIVE_UP = -1;

  private final double multiplier;
  private final long maxBackoffNanos;
  private int attemptsLeft;
  private double backoffNanos;

  /**
   * @param policy null: no retry
   */
  RetrySchedule(@Nullable RetryPolicy policy) {
    if (policy == null) {
      attemptsLeft = 1;
      multiplier = 1;
      maxBackoffNanos = 0;
    } else {
      attemptsLeft = policy.getMaxAttempts();
      multiplier = policy.getBackoffMultiplier();
      maxBackoffNanos = Deadline.nanosOf(policy.getMaxBackoff());
      backoffNanos = Math.min(Deadline.nanosOf(policy.getInitialBackoff()), maxBackoffNanos);
    }
  }

  /**
   * To be asked after each failed attempt.
   *
   * @param askedNanos what the collector asked for, honoured exactly; 0 or less: the backoff counts
   * @return nanoseconds to wait, or {@link #GIVE_UP}
   */
  long nextDelayNanos(long askedNanos) {
    if (--attemptsLeft < 1) {
      return GIVE_UP;
    }
    double jitter = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
    long delay = (long) (backoffNanos * jitter);
    backoffNanos = Math.min(backoffNanos * multiplier, maxBackoffNanos);
    return askedNanos > 0 ? askedNanos : delay;
  }
}
