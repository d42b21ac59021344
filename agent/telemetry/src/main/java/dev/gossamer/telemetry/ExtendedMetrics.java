package dev.gossamer.telemetry;

import dev.gossamer.config.AgentLog;
import dev.gossamer.config.MetricOptions;
import dev.gossamer.config.OtlpOptions;
import dev.gossamer.telemetry.extension.Extensions;
import dev.gossamer.telemetry.extension.MetricPreferences;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metrics where there are extensions. Their exporters say how they want them, so each exporter has
 * a collection of its own, and all is made while the agent starts: none of an extension's code
 * shall run on the thread that makes the first instrument. Only for the starting thread.
 */
final class ExtendedMetrics {
  private final Extensions extensions;
  private final Resource resource;
  private final MetricOptions options;
  private final @Nullable OtlpOptions otlp;
  private final String destination;
  private final boolean ofRuntime;
  private final List<MetricReader> readers = new ArrayList<>();

  ExtendedMetrics(
      Extensions extensions,
      Resource resource,
      MetricOptions options,
      @Nullable OtlpOptions otlp,
      String destination,
      boolean ofRuntime) {
    this.extensions = extensions;
    this.resource = resource;
    this.options = options;
    this.otlp = otlp;
    this.destination = destination;
    this.ofRuntime = ofRuntime;
  }

  /** One for each exporter that can be made. */
  List<MetricExport> exports(List<String> names) {
    List<MetricExport> exports = new ArrayList<>();
    for (String name : names) {
      ExportReport report = ExportReport.ofMetrics(to(name), System::nanoTime);
      MetricExporter made = made(name, report);
      if (made != null) {
        MetricExporter exporter = extensions.customized(made);
        MetricCollection collection = collection(exporter);
        readers.add(extensions.customized(collection));
        exports.add(
            new MetricExport(
                collection,
                new MetricExporters(exporter, report),
                options,
                ofRuntime && exports.isEmpty(),
                report));
      }
    }
    return exports;
  }

  private String to(String name) {
    return name.equals("otlp") ? destination : name;
  }

  private @Nullable MetricExporter made(String name, ExportReport report) {
    if (otlp != null && name.equals("otlp")) {
      return OtlpMetricExporters.of(otlp, report, new MetricCollection(options));
    }
    return name.equals("console")
        ? new ConsoleMetricExporter(new FileOutputStream(FileDescriptor.out))
        : extensions.metricExporter(name);
  }

  private MetricCollection collection(MetricExporter exporter) {
    try {
      return new MetricCollection(
          new MetricPreferences(exporter, exporter, exporter.getMemoryMode()));
    } catch (Throwable failure) {
      AgentLog.warn(
          "a metric exporter of an extension does not say how it wants metrics ("
              + failure.getClass().getName()
              + "); it gets what the settings say");
      AgentLog.debug("a metric exporter of an extension failed", failure);
      return new MetricCollection(options);
    }
  }

  /** After {@link #exports}. */
  SdkMeterProvider meters() {
    try {
      return extensions.customized(builder()).build();
    } catch (Throwable failure) {
      AgentLog.warn(
          "meters cannot be made as extensions want them ("
              + failure.getClass().getName()
              + "); they are made without their customizers");
      AgentLog.debug("meters cannot be made as extensions want them", failure);
      return builder().build();
    }
  }

  private SdkMeterProviderBuilder builder() {
    SdkMeterProviderBuilder builder = AgentMeterProvider.builder(resource, options);
    for (MetricReader reader : readers) {
      builder.registerMetricReader(reader, type -> options.cardinalityLimit());
    }
    return builder;
  }
}
