package dev.gossamer.config;

/** How finished spans are collected before they are exported. Immutable. */
public final class BatchOptions {
  private static final int LARGEST_QUEUE = 1 << 20;

  static final Setting DELAY =
      Setting.duration(
          "OTEL_BSP_SCHEDULE_DELAY",
          5000,
          1,
          Integer.MAX_VALUE,
          "Longest time a finished span waits before it is exported");
  static final Setting TIMEOUT =
      Setting.duration(
          "OTEL_BSP_EXPORT_TIMEOUT",
          30_000,
          0,
          Integer.MAX_VALUE,
          "Longest time the export of a batch may take; 0: no limit");
  static final Setting QUEUE =
      Setting.integer(
          "OTEL_BSP_MAX_QUEUE_SIZE",
          2048,
          1,
          LARGEST_QUEUE,
          "Most finished spans that wait; further ones are dropped and counted");
  static final Setting BATCH =
      Setting.integer(
          "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
          512,
          1,
          LARGEST_QUEUE,
          "Most spans in one request; at most `OTEL_BSP_MAX_QUEUE_SIZE`");

  static final Setting[] ALL = {DELAY, TIMEOUT, QUEUE, BATCH};

  private final long delayMillis;
  private final long timeoutMillis;
  private final int queueSize;
  private final int batchSize;

  private BatchOptions(Settings settings) {
    delayMillis = settings.millis(DELAY);
    timeoutMillis = settings.millis(TIMEOUT);
    queueSize = settings.integer(QUEUE);
    int batch = settings.integer(BATCH);
    if (batch > queueSize && settings.isSet(BATCH)) {
      settings.complain(
          BATCH, "no more than " + QUEUE.name() + " (" + queueSize + ")", "" + queueSize);
    }
    batchSize = Math.min(batch, queueSize);
  }

  /** Reads them. */
  public static BatchOptions from(Settings settings) {
    return new BatchOptions(settings);
  }

  /** Milliseconds, at least 1. */
  public long delayMillis() {
    return delayMillis;
  }

  /** Milliseconds; 0 for no limit. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** At least 1. */
  public int queueSize() {
    return queueSize;
  }

  /** At least 1, at most the queue size. */
  public int batchSize() {
    return batchSize;
  }
}
