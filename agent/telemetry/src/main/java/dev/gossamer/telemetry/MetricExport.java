package dev.gossamer.telemetry;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import dev.gossamer.config.MetricOptions;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Collects and exports metrics once in each interval, on one thread, the one that calls {@link
 * #run}. A collector that does not answer costs points, never memory.
 */
final class MetricExport implements Exporting {
  /**
   * When the JVM's own metrics begin: not while the application starts, and not at all in what is
   * over sooner.
   */
  private static final long RUNTIME_AFTER_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final MetricCollection collection;
  private final MetricExporters exporters;
  private final boolean ofRuntime;
  private final ExportReport report;
  private final long intervalNanos;
  private final long timeoutMillis;
  private final ConcurrentLinkedQueue<CompletableResultCode> flushes =
      new ConcurrentLinkedQueue<>();

  private volatile @Nullable Thread thread;
  private volatile boolean over;

  /**
   * @param ofRuntime whether the JVM is measured too
   */
  MetricExport(
      MetricCollection collection,
      MetricExporters exporters,
      MetricOptions options,
      boolean ofRuntime,
      ExportReport report) {
    this.ofRuntime = ofRuntime;
    this.collection = collection;
    this.exporters = exporters;
    this.report = report;
    intervalNanos = TimeUnit.MILLISECONDS.toNanos(options.intervalMillis());
    timeoutMillis = options.timeoutMillis() == 0 ? Integer.MAX_VALUE : options.timeoutMillis();
  }

  /** Exports until the collector refuses metrics for good. Never ends by an exception. */
  @Override
  public void run() {
    thread = Thread.currentThread();
    long begun = System.nanoTime();
    long runtimeDue = begun + Math.min(RUNTIME_AFTER_NANOS, intervalNanos);
    long due = begun + intervalNanos;
    boolean runtime = !ofRuntime;
    while (!over) {
      if (!runtime && System.nanoTime() - runtimeDue >= 0) {
        runtime = true;
        guarded(MetricExport::measureRuntime);
      }
      CompletableResultCode flush = flushes.poll();
      if (flush != null || System.nanoTime() - due >= 0) {
        guarded(this::collectAndExport);
        if (flush == null) {
          // Not one after the other when the collector was slow.
          due = Math.max(due + intervalNanos, System.nanoTime());
        } else {
          flush.succeed();
        }
        continue;
      }
      LockSupport.parkNanos(this, (runtime ? due : Math.min(due, runtimeDue)) - System.nanoTime());
      // Nobody but the application interrupts this thread, and it would never wait again.
      Thread.interrupted();
    }
    completeFlushes();
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable unexpected) {
      AgentLog.warnOnce("an export of metrics ended with " + unexpected.getClass().getName());
      AgentLog.debug("an export of metrics ended", unexpected);
    }
  }

  private static void measureRuntime() {
    Meter meter = Telemetry.meter("runtime-telemetry", JvmMetrics.SCHEMA_URL);
    if (meter != null) {
      JvmMetrics.register(meter);
    }
  }

  private void collectAndExport() {
    Collection<MetricData> metrics = collection.collect();
    if (metrics.isEmpty()) {
      return;
    }
    int points = 0;
    for (MetricData metric : metrics) {
      points += metric.getData().getPoints().size();
    }
    Throwable failure;
    try {
      failure = export(metrics);
    } catch (Throwable thrown) {
      failure = thrown;
    }
    if (failure == null) {
      report.succeeded();
      return;
    }
    report.failed(points, failure);
    if (report.isRefused()) {
      over = true;
      collection.shutdown();
    }
  }

  /** Returns why it failed, or null. */
  private @Nullable Throwable export(Collection<MetricData> metrics) {
    Thread.interrupted();
    CompletableResultCode result = exporters.export(metrics);
    long deadline = System.currentTimeMillis() + timeoutMillis;
    while (!result.isDone() && System.currentTimeMillis() < deadline) {
      result.join(deadline - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
      Thread.interrupted();
    }
    if (result.isSuccess()) {
      return null;
    }
    if (!result.isDone()) {
      return new TimeoutException("OTEL_METRIC_EXPORT_TIMEOUT is " + timeoutMillis + " ms");
    }
    Throwable said = result.getFailureThrowable();
    return said == null ? new IllegalStateException("the exporter does not say why") : said;
  }

  @Override
  public void hurry() {}

  @Override
  public CompletableResultCode forceFlush() {
    if (!collection.isRegistered()) {
      return CompletableResultCode.ofSuccess();
    }
    CompletableResultCode flush = new CompletableResultCode();
    flushes.add(flush);
    if (over) {
      completeFlushes();
    }
    LockSupport.unpark(thread);
    return flush;
  }

  private void completeFlushes() {
    CompletableResultCode flush;
    while ((flush = flushes.poll()) != null) {
      flush.succeed();
    }
  }

  @Override
  public ExportReport report() {
    return report;
  }
}
