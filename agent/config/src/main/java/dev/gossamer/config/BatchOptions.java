package dev.gossamer.config;

/** How what is finished is collected before it is exported. Immutable. */
public final class BatchOptions {
  private static final int LARGEST_QUEUE = 1 << 20;

  private static final Declared SPANS = new Declared("OTEL_BSP_", 5000, "finished span", "spans");
  private static final Declared LOGS = new Declared("OTEL_BLRP_", 1000, "log record", "records");

  private final long delayMillis;
  private final long timeoutMillis;
  private final int queueSize;
  private final int batchSize;
  private final Declared declared;

  private BatchOptions(Settings settings, Declared declared) {
    this.declared = declared;
    delayMillis = settings.millis(declared.delay);
    timeoutMillis = settings.millis(declared.timeout);
    queueSize = settings.integer(declared.queue);
    int size = settings.integer(declared.batch);
    if (size > queueSize && settings.isSet(declared.batch)) {
      settings.complain(
          declared.batch,
          "no more than " + declared.queue.name() + " (" + queueSize + ")",
          "" + queueSize);
    }
    batchSize = Math.min(size, queueSize);
  }

  /** All there are. */
  static Setting[] all() {
    return new Setting[] {
      SPANS.delay, SPANS.timeout, SPANS.queue, SPANS.batch,
      LOGS.delay, LOGS.timeout, LOGS.queue, LOGS.batch
    };
  }

  /** Reads those of spans. */
  public static BatchOptions ofSpans(Settings settings) {
    return new BatchOptions(settings, SPANS);
  }

  /** Reads those of log records. */
  public static BatchOptions ofLogs(Settings settings) {
    return new BatchOptions(settings, LOGS);
  }

  /** Milliseconds, at least 1. */
  public long delayMillis() {
    return delayMillis;
  }

  /** Milliseconds; 0 for no limit. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** The setting behind {@link #timeoutMillis}. */
  public String timeoutName() {
    return declared.timeout.name();
  }

  /** The setting behind {@link #queueSize}. */
  public String queueName() {
    return declared.queue.name();
  }

  /** At least 1. */
  public int queueSize() {
    return queueSize;
  }

  /** At least 1, at most the queue size. */
  public int batchSize() {
    return batchSize;
  }

  private static final class Declared {
    final Setting delay;
    final Setting timeout;
    final Setting queue;
    final Setting batch;

    Declared(String prefix, int delayMillis, String one, String many) {
      delay =
          Setting.duration(
              prefix + "SCHEDULE_DELAY",
              delayMillis,
              1,
              Integer.MAX_VALUE,
              "Longest time a " + one + " waits before it is exported");
      timeout =
          Setting.duration(
              prefix + "EXPORT_TIMEOUT",
              30_000,
              0,
              Integer.MAX_VALUE,
              "Longest time the export of a batch of " + many + " may take; 0: no limit");
      queue =
          Setting.integer(
              prefix + "MAX_QUEUE_SIZE",
              2048,
              1,
              LARGEST_QUEUE,
              "Most " + many + " that wait; further ones are dropped and counted");
      batch =
          Setting.integer(
              prefix + "MAX_EXPORT_BATCH_SIZE",
              512,
              1,
              LARGEST_QUEUE,
              "Most " + many + " in one request; at most `" + prefix + "MAX_QUEUE_SIZE`");
    }
  }
}
