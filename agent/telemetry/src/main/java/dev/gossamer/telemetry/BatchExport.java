package dev.gossamer.telemetry;

import dev.gossamer.config.AgentLog;
import dev.gossamer.config.BatchOptions;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is finished and exports it in batches on one thread, the one that calls {@link
 * #run}. The application's thread only puts it into a queue; when that is full it is dropped and
 * counted.
 *
 * <p>Thread-safe. Times and sizes are those of {@link BatchOptions}.
 *
 * @param <T> what is collected
 */
abstract class BatchExport<T> implements Exporting {
  /** How long anything waits at most once the JVM is going down. */
  private static final long HURRIED_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ExportReport report;
  private final SpanQueue<T> queue;
  private final int batchSize;
  private final long timeoutMillis;
  private final String timeoutName;
  private final LongAdder dropped = new LongAdder();
  private final ConcurrentLinkedQueue<CompletableResultCode> flushes =
      new ConcurrentLinkedQueue<>();
  private final CompletableResultCode closed = new CompletableResultCode();

  private volatile long delayNanos;
  private volatile @Nullable Thread thread;
  private volatile boolean waiting;
  private volatile boolean closing;

  BatchExport(BatchOptions options, ExportReport report) {
    this.report = report;
    queue = new SpanQueue<>(options.queueSize());
    batchSize = options.batchSize();
    timeoutMillis = options.timeoutMillis() == 0 ? Long.MAX_VALUE : options.timeoutMillis();
    timeoutName = options.timeoutName();
    delayNanos = TimeUnit.MILLISECONDS.toNanos(options.delayMillis());
  }

  /** Hands a batch to the exporter; on the exporting thread only. */
  abstract CompletableResultCode export(List<T> batch);

  /** Nothing is exported any more. */
  abstract void closeExporter();

  /** Takes it unless the queue is full or nothing is exported any more. */
  final void add(T element) {
    if (closing) {
      return;
    }
    int size = queue.add(element);
    if (size == 0) {
      dropped.increment();
    } else if (size >= batchSize && waiting) {
      wake();
    }
  }

  /** Exports until {@link #shutdown}. Whatever an export throws is told and survived. */
  @Override
  public void run() {
    thread = Thread.currentThread();
    try {
      long due = System.nanoTime() + delayNanos;
      while (!closing) {
        try {
          if (flushes.isEmpty() && queue.size() < batchSize && System.nanoTime() - due < 0) {
            await(due);
            // The delay may have become shorter meanwhile.
            due = Math.min(due - System.nanoTime(), delayNanos) + System.nanoTime();
            continue;
          }
          exportDue();
          report.dropped(dropped.sum());
        } catch (Throwable unexpected) {
          AgentLog.warnOnce("an export ended with " + unexpected.getClass().getName());
          AgentLog.debug("an export ended", unexpected);
        }
        due = System.nanoTime() + delayNanos;
      }
      if (!report.isRefused()) {
        exportAll();
      }
    } finally {
      // Before the flushes: one that comes later sees it and is answered at once.
      closing = true;
      closeExporter();
      closed.succeed();
      completeFlushes();
    }
  }

  private void exportDue() {
    CompletableResultCode flush = flushes.poll();
    if (flush == null) {
      exportBatch();
    } else {
      try {
        exportAll();
      } finally {
        flush.succeed();
      }
    }
  }

  private void await(long due) {
    waiting = true;
    // Looked at again after the flag was raised: who adds after this look sees the flag.
    if (queue.size() < batchSize && flushes.isEmpty() && !closing) {
      LockSupport.parkNanos(this, Math.min(due - System.nanoTime(), delayNanos));
    }
    waiting = false;
    // Nobody but the application interrupts this thread, and it would never wait again.
    Thread.interrupted();
  }

  private void wake() {
    waiting = false;
    LockSupport.unpark(thread);
  }

  private void exportAll() {
    int left = queue.size();
    while (left > 0) {
      int exported = exportBatch();
      if (exported == 0) {
        return;
      }
      left -= exported;
    }
  }

  private int exportBatch() {
    List<T> batch = new ArrayList<>(Math.min(batchSize, Math.max(1, queue.size())));
    while (batch.size() < batchSize) {
      T element = queue.take();
      if (element == null) {
        break;
      }
      batch.add(element);
    }
    queue.release();
    if (!batch.isEmpty()) {
      exportAndReport(batch);
    }
    return batch.size();
  }

  private void exportAndReport(List<T> batch) {
    Throwable failure;
    try {
      Thread.interrupted();
      CompletableResultCode result = export(batch);
      long deadline = System.currentTimeMillis() + Math.min(timeoutMillis, Integer.MAX_VALUE);
      while (!result.isDone() && System.currentTimeMillis() < deadline) {
        result.join(deadline - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
        Thread.interrupted();
      }
      if (result.isSuccess()) {
        report.succeeded();
        return;
      }
      failure =
          result.isDone()
              ? result.getFailureThrowable()
              : new TimeoutException(timeoutName + " is " + timeoutMillis + " ms");
    } catch (Throwable thrown) {
      failure = thrown;
    }
    report.failed(batch.size(), failure);
    if (report.isRefused()) {
      closing = true;
    }
  }

  /** Done when all that was added before has been exported, or was lost in the attempt. */
  @Override
  public CompletableResultCode forceFlush() {
    if (closing) {
      return closed;
    }
    CompletableResultCode flush = new CompletableResultCode();
    flushes.add(flush);
    if (closed.isDone()) {
      completeFlushes();
    }
    wake();
    return flush;
  }

  private void completeFlushes() {
    CompletableResultCode flush;
    while ((flush = flushes.poll()) != null) {
      flush.succeed();
    }
  }

  /** Exports what is there and ends {@link #run}; what comes later is ignored. */
  public CompletableResultCode shutdown() {
    closing = true;
    wake();
    return closed;
  }

  /**
   * From now on all is exported at once: the JVM is going down, and other shutdown hooks may still
   * finish requests.
   */
  @Override
  public void hurry() {
    delayNanos = HURRIED_NANOS;
    wake();
  }

  @Override
  public ExportReport report() {
    return report;
  }

  /** How many found the queue full. */
  long dropped() {
    return dropped.sum();
  }
}
