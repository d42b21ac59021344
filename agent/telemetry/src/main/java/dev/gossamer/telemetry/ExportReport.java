package dev.gossamer.telemetry;

import dev.gossamer.config.AgentLog;
import dev.gossamer.telemetry.transport.TransportListener;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator what becomes of a signal: at once when exporting starts to fail, once when it
 * works again, and in between and otherwise at most one line a minute.
 *
 * <p>Only for the exporting thread, unless said otherwise.
 */
final class ExportReport implements TransportListener {
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int LONGEST_MESSAGE = 300;

  private final String signal;
  private final String unit;
  private final String destination;
  private final String tooMany;
  private final LongSupplier nanoTime;

  private volatile boolean failing;
  private volatile boolean succeededOnce;
  private volatile boolean refusedForGood;
  private boolean told;
  private long failingSince;
  private long lost;
  private long lastFailureLine;
  private long lastDropLine;
  private long droppedTold;
  private long refused;
  private long lastRefusalLine;

  /**
   * @param signal {@code spans}, {@code metrics} or {@code log records}
   * @param unit one of what gets lost
   * @param destination the endpoint as it may be printed
   * @param tooMany why some find the queue full, and what to do about it
   */
  private ExportReport(
      String signal, String unit, String destination, String tooMany, LongSupplier nanoTime) {
    this.signal = signal;
    this.unit = unit;
    this.destination = destination;
    this.tooMany = tooMany;
    this.nanoTime = nanoTime;
    long longAgo = nanoTime.getAsLong() - 2 * MINUTE_NANOS;
    lastFailureLine = longAgo;
    lastDropLine = longAgo;
    lastRefusalLine = longAgo;
  }

  /** Of spans. */
  static ExportReport ofSpans(String destination, int queueSize, LongSupplier nanoTime) {
    return new ExportReport(
        "spans",
        "span",
        destination,
        "they end faster than they are exported; raise OTEL_BSP_MAX_QUEUE_SIZE ("
            + queueSize
            + ") or sample fewer",
        nanoTime);
  }

  /** Of log records. */
  static ExportReport ofLogs(String destination, int queueSize, LongSupplier nanoTime) {
    return new ExportReport(
        "log records",
        "log record",
        destination,
        "they are made faster than they are exported; raise OTEL_BLRP_MAX_QUEUE_SIZE ("
            + queueSize
            + ") or log less",
        nanoTime);
  }

  /** Of metrics. */
  static ExportReport ofMetrics(String destination, LongSupplier nanoTime) {
    return new ExportReport("metrics", "data point", destination, "", nanoTime);
  }

  /** Whether the last export failed. Any thread. */
  boolean isFailing() {
    return failing;
  }

  /** Whether any export succeeded. Any thread. */
  boolean hasSucceeded() {
    return succeededOnce;
  }

  /** Whether the collector does not take this signal at all: it is not asked again. Any thread. */
  boolean isRefused() {
    return refusedForGood;
  }

  /** A batch was taken by the collector. */
  void succeeded() {
    succeededOnce = true;
    if (failing) {
      failing = false;
      if (told) {
        AgentLog.info(
            signal
                + " are exported to "
                + destination
                + " again, after "
                + seconds(nanoTime.getAsLong() - failingSince)
                + "; "
                + counted(lost)
                + " lost meanwhile");
      }
      told = false;
      lost = 0;
    }
  }

  /** A batch is lost. */
  void failed(int count, @Nullable Throwable cause) {
    if (FailureText.isRefusal(cause)) {
      refused(cause);
      return;
    }
    long now = nanoTime.getAsLong();
    if (!failing) {
      failing = true;
      failingSince = now;
    }
    lost += count;
    if (now - lastFailureLine >= MINUTE_NANOS) {
      lastFailureLine = now;
      String since = told ? " for " + seconds(now - failingSince) : "";
      told = true;
      AgentLog.warn(
          signal
              + " cannot be exported to "
              + destination
              + since
              + " ("
              + counted(lost)
              + " lost so far): "
              + FailureText.of(cause));
    }
    if (cause != null && AgentLog.isDebug()) {
      AgentLog.debug("export failed", cause);
    }
  }

  private void refused(@Nullable Throwable cause) {
    refusedForGood = true;
    failing = true;
    AgentLog.warn(
        "no more "
            + signal
            + " until the application is started again: "
            + destination
            + " does not take them ("
            + FailureText.of(cause)
            + ")");
  }

  /** The JVM ends while something waits; told unless it is clear already. Any thread. */
  void cutShort() {
    if (!failing) {
      AgentLog.warn(
          "the JVM ends before the last "
              + signal
              + " are exported to "
              + destination
              + ": the collector did not take them in time");
    }
  }

  /** How many found the queue full since the start. */
  void dropped(long total) {
    long now = nanoTime.getAsLong();
    if (total > droppedTold && now - lastDropLine >= MINUTE_NANOS) {
      lastDropLine = now;
      AgentLog.warn(
          counted(total - droppedTold)
              + " dropped, "
              + total
              + " since the start: "
              + (failing ? "the collector does not take them" : tooMany));
      droppedTold = total;
    }
  }

  @Override
  public void onPartialSuccess(String url, long rejected, String message) {
    refused += rejected;
    long now = nanoTime.getAsLong();
    if (now - lastRefusalLine >= MINUTE_NANOS) {
      lastRefusalLine = now;
      String said =
          message.isEmpty()
              ? "it does not say why"
              : FailureText.printable(message, LONGEST_MESSAGE);
      AgentLog.warn(
          refused == 0
              ? "the collector at " + destination + " warns: " + said
              : "the collector at " + destination + " refused " + counted(refused) + ": " + said);
      refused = 0;
    }
  }

  @Override
  public void onUnusableHeader(String line) {
    AgentLog.warnOnce(line);
  }

  @Override
  public void onOtherProtocol(String line) {
    AgentLog.warnOnce(line);
  }

  private String counted(long count) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  private static String seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos) + " s";
  }
}
