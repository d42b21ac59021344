package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import dev.gossamer.telemetry.extension.Extensions;
import dev.gossamer.telemetry.recording.OtlpLogExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configured exporters of log records, made when there is something to export. Only for the
 * exporting thread.
 */
final class LogExporters {
  private final List<String> names;
  private final @Nullable OtlpOptions otlp;
  private final @Nullable Extensions extensions;
  private final ExportReport report;
  private @Nullable List<LogRecordExporter> made;

  /**
   * @param names of the exporters
   * @param otlp not null if they contain {@code otlp}
   */
  LogExporters(
      List<String> names,
      @Nullable OtlpOptions otlp,
      @Nullable Extensions extensions,
      ExportReport report) {
    this.names = names;
    this.otlp = otlp;
    this.extensions = extensions;
    this.report = report;
  }

  CompletableResultCode export(Collection<LogRecordData> records) {
    List<LogRecordExporter> exporters = made;
    if (exporters == null) {
      exporters = make();
      made = exporters;
    }
    List<CompletableResultCode> results = new ArrayList<>(exporters.size());
    for (LogRecordExporter exporter : exporters) {
      results.add(exporter.export(records));
    }
    return results.size() == 1 ? results.get(0) : CompletableResultCode.ofAll(results);
  }

  private List<LogRecordExporter> make() {
    List<LogRecordExporter> exporters = new ArrayList<>();
    for (String name : names) {
      if (otlp != null && name.equals("otlp")) {
        exporters.add(
            extensions == null
                ? new OtlpLogExporter(OtlpExporters.client(otlp, report))
                : OtlpLogExporters.of(otlp, report));
      } else if (extensions == null || name.equals("console")) {
        exporters.add(new ConsoleLogExporter(new FileOutputStream(FileDescriptor.out)));
      } else {
        LogRecordExporter exporter = extensions.logExporter(name);
        if (exporter != null) {
          exporters.add(exporter);
        }
      }
    }
    if (extensions != null) {
      exporters.replaceAll(extensions::customized);
    }
    if (exporters.isEmpty()) {
      throw new IllegalStateException("no exporter could be made, see above");
    }
    return exporters;
  }
}
