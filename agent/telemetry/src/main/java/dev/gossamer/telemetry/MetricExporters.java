package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configured exporters of metrics, made when there is something to export. Only for the
 * exporting thread.
 */
final class MetricExporters {
  private final List<String> names;
  private final @Nullable OtlpOptions otlp;
  private final ExportReport report;
  private @Nullable List<MetricExporter> made;

  /**
   * @param names of the exporters
   * @param otlp not null if they contain {@code otlp}
   */
  MetricExporters(List<String> names, @Nullable OtlpOptions otlp, ExportReport report) {
    this.names = names;
    this.otlp = otlp;
    this.report = report;
  }

  /** Made already. */
  MetricExporters(MetricExporter exporter, ExportReport report) {
    this(Collections.<String>emptyList(), null, report);
    made = Collections.singletonList(exporter);
  }

  CompletableResultCode export(Collection<MetricData> metrics) {
    List<MetricExporter> exporters = made;
    if (exporters == null) {
      exporters = make();
      made = exporters;
    }
    List<CompletableResultCode> results = new ArrayList<>(exporters.size());
    for (MetricExporter exporter : exporters) {
      results.add(exporter.export(metrics));
    }
    return results.size() == 1 ? results.get(0) : CompletableResultCode.ofAll(results);
  }

  private List<MetricExporter> make() {
    List<MetricExporter> exporters = new ArrayList<>();
    for (String name : names) {
      if (otlp != null && name.equals("otlp")) {
        exporters.add(OtlpMetricExporters.of(otlp, report));
      } else {
        exporters.add(new ConsoleMetricExporter(new FileOutputStream(FileDescriptor.out)));
      }
    }
    return exporters;
  }
}
