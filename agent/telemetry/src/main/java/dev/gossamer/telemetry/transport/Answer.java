package dev.gossamer.telemetry.transport;

import org.jspecify.annotations.Nullable;

/** What the collector said to one attempt, in so far as the transport acts upon it. */
interface Answer {

  /** OTLP specification, "Failures" of both protocols. */
  boolean isRetryable();

  /** How long the collector asks to stay away, in nanoseconds; 0 or less if it doesn't. */
  long retryDelayNanos();

  /** The response message if the batch was taken, else null. */
  byte @Nullable [] acceptance();

  /** Null if the batch was taken, else what the SDK's exporters fail with. */
  @Nullable Exception failure();
}
