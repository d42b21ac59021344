package dev.gossamer.telemetry;

import dev.gossamer.config.BatchOptions;
import dev.gossamer.config.LimitOptions;
import dev.gossamer.config.OtlpOptions;
import dev.gossamer.telemetry.extension.Extensions;
import io.opentelemetry.api.logs.LoggerBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loggers whose pipeline is made when the first one is asked for: an application that logs nothing
 * pays for none of its classes, and has no thread for it. Thread-safe.
 */
final class AgentLoggerProvider implements LoggerProvider, Exporting {
  private final Resource resource;
  private final LimitOptions limits;
  private final BatchOptions batch;
  private final List<String> exporters;
  private final @Nullable OtlpOptions otlp;
  private final @Nullable Extensions extensions;
  private final ExportReport report;

  /**
   * Made here, since a thread inherits from the one that makes it: that must not be a request's.
   */
  private final Thread thread = ExportLoop.thread(this, "logs");

  private volatile @Nullable LogPipeline pipeline;
  private boolean hurried;

  /**
   * @param exporters their names
   * @param otlp not null if they contain {@code otlp}
   * @param destination the endpoint as it may be printed
   */
  AgentLoggerProvider(
      Resource resource,
      LimitOptions limits,
      BatchOptions batch,
      List<String> exporters,
      @Nullable OtlpOptions otlp,
      @Nullable Extensions extensions,
      String destination) {
    this.resource = resource;
    this.limits = limits;
    this.batch = batch;
    this.exporters = exporters;
    this.otlp = otlp;
    this.extensions = extensions;
    report = ExportReport.ofLogs(destination, batch.queueSize(), System::nanoTime);
  }

  @Override
  public LoggerBuilder loggerBuilder(String scope) {
    LogPipeline made = pipeline;
    return (made == null ? make() : made).loggers.loggerBuilder(scope);
  }

  /** Where there are extensions: their code shall not run on the thread that logs first. */
  SdkLoggerProvider madeNow() {
    return (SdkLoggerProvider) make().loggers;
  }

  private synchronized LogPipeline make() {
    LogPipeline made = pipeline;
    if (made == null) {
      LogExporters to = new LogExporters(exporters, otlp, extensions, report);
      made =
          extensions == null
              ? LogPipeline.of(resource, limits, batch, to, report)
              : ExtendedLogs.pipeline(resource, limits, batch, to, extensions, report);
      if (hurried) {
        made.export.hurry();
      }
      pipeline = made;
      thread.start();
    }
    return made;
  }

  @Override
  public void run() {
    LogPipeline made = pipeline;
    if (made != null) {
      made.export.run();
    }
  }

  @Override
  public synchronized void hurry() {
    hurried = true;
    LogPipeline made = pipeline;
    if (made != null) {
      made.export.hurry();
    }
  }

  @Override
  public CompletableResultCode forceFlush() {
    LogPipeline made = pipeline;
    return made == null ? CompletableResultCode.ofSuccess() : made.export.forceFlush();
  }

  @Override
  public ExportReport report() {
    return report;
  }
}
