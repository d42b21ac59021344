package dev.gossamer.telemetry;

import dev.gossamer.config.AgentLog;
import dev.gossamer.telemetry.transport.TransportListener;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator what becomes of spans: at once when exporting starts to fail, once when it
 * works again, and in between and otherwise at most one line a minute.
 *
 * <p>Only for the exporting thread, unless said otherwise.
 */
final class ExportReport implements TransportListener {
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int LONGEST_MESSAGE = 300;

  private final String destination;
  private final int queueSize;
  private final LongSupplier nanoTime;

  private volatile boolean failing;
  private volatile boolean succeededOnce;
  private boolean told;
  private long failingSince;
  private long lost;
  private long lastFailureLine;
  private long lastDropLine;
  private long droppedTold;
  private long refused;
  private long lastRefusalLine;

  /**
   * @param destination the endpoint as it may be printed
   */
  ExportReport(String destination, int queueSize, LongSupplier nanoTime) {
    this.destination = destination;
    this.queueSize = queueSize;
    this.nanoTime = nanoTime;
    long longAgo = nanoTime.getAsLong() - 2 * MINUTE_NANOS;
    lastFailureLine = longAgo;
    lastDropLine = longAgo;
    lastRefusalLine = longAgo;
  }

  /** Whether the last export failed. Any thread. */
  boolean isFailing() {
    return failing;
  }

  /** Whether any export succeeded. Any thread. */
  boolean hasSucceeded() {
    return succeededOnce;
  }

  /** A batch was taken by the collector. */
  void succeeded() {
    succeededOnce = true;
    if (failing) {
      failing = false;
      if (told) {
        AgentLog.info(
            "spans are exported to "
                + destination
                + " again, after "
                + seconds(nanoTime.getAsLong() - failingSince)
                + "; "
                + spans(lost)
                + " lost meanwhile");
      }
      told = false;
      lost = 0;
    }
  }

  /** A batch is lost. */
  void failed(int spans, @Nullable Throwable cause) {
    long now = nanoTime.getAsLong();
    if (!failing) {
      failing = true;
      failingSince = now;
    }
    lost += spans;
    if (now - lastFailureLine >= MINUTE_NANOS) {
      lastFailureLine = now;
      String since = told ? " for " + seconds(now - failingSince) : "";
      told = true;
      AgentLog.warn(
          "spans cannot be exported to "
              + destination
              + since
              + " ("
              + spans(lost)
              + " lost so far): "
              + FailureText.of(cause));
    }
    if (cause != null && AgentLog.isDebug()) {
      AgentLog.debug("export failed", cause);
    }
  }

  /** The JVM ends while spans wait; told unless it is clear already. Any thread. */
  void cutShort() {
    if (!failing) {
      AgentLog.warn(
          "the JVM ends before the last spans are exported to "
              + destination
              + ": the collector did not take them in time");
    }
  }

  /** How many spans found the queue full since the start. */
  void dropped(long total) {
    long now = nanoTime.getAsLong();
    if (total > droppedTold && now - lastDropLine >= MINUTE_NANOS) {
      lastDropLine = now;
      AgentLog.warn(
          spans(total - droppedTold)
              + " dropped, "
              + total
              + " since the start: "
              + (failing
                  ? "the collector does not take them"
                  : "they end faster than they are exported; raise OTEL_BSP_MAX_QUEUE_SIZE ("
                      + queueSize
                      + ") or sample fewer"));
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
              : "the collector at " + destination + " refused " + spans(refused) + ": " + said);
      refused = 0;
    }
  }

  @Override
  public void onUnusableHeader(String line) {
    AgentLog.warnOnce(line);
  }

  private static String spans(long count) {
    return count == 1 ? "1 span" : count + " spans";
  }

  private static String seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos) + " s";
  }
}
