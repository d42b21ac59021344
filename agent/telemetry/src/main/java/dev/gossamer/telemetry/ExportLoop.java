package dev.gossamer.telemetry;

import dev.gossamer.config.AgentLog;
import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one lasting thread of the agent: makes the exporters, then exports until the JVM ends. */
final class ExportLoop implements Runnable {
  private final List<String> names;
  private final @Nullable OtlpOptions otlp;
  private final ExportReport report;
  private final DeferredExporter exporter;
  private final ExportingSpanProcessor processor;

  /**
   * @param names of the exporters
   * @param otlp not null if they contain {@code otlp}
   */
  ExportLoop(
      List<String> names,
      @Nullable OtlpOptions otlp,
      ExportReport report,
      DeferredExporter exporter,
      ExportingSpanProcessor processor) {
    this.names = names;
    this.otlp = otlp;
    this.report = report;
    this.exporter = exporter;
    this.processor = processor;
  }

  @Override
  public void run() {
    try {
      exporter.become(exporters());
    } catch (Throwable failure) {
      exporter.fail(failure);
    }
    try {
      processor.run();
    } catch (Throwable failure) {
      AgentLog.warn("no more spans: exporting ended with " + failure.getClass().getName());
      AgentLog.debug("exporting ended", failure);
    }
  }

  private SpanExporter exporters() {
    List<SpanExporter> exporters = new ArrayList<>();
    for (String name : names) {
      if (otlp != null && name.equals("otlp")) {
        exporters.add(OtlpExporters.of(otlp, report));
      } else {
        exporters.add(new ConsoleSpanExporter());
      }
    }
    return exporters.size() == 1 ? exporters.get(0) : SpanExporter.composite(exporters);
  }
}
