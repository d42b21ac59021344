package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import dev.gossamer.telemetry.extension.Extensions;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configured exporters, made when the first batch is there: what makes no spans pays for none
 * of their classes, and TLS, which takes longer than everything before it, is nobody's start-up.
 * Only for the exporting thread.
 */
final class DeferredExporter implements SpanExporter {
  private final List<String> names;
  private final @Nullable OtlpOptions otlp;
  private final ExportReport report;
  private final @Nullable Extensions extensions;

  private @Nullable SpanExporter exporter;
  private @Nullable Throwable failure;

  /**
   * @param names of the exporters
   * @param otlp not null if they contain {@code otlp}
   */
  DeferredExporter(
      List<String> names,
      @Nullable OtlpOptions otlp,
      ExportReport report,
      @Nullable Extensions extensions) {
    this.names = names;
    this.otlp = otlp;
    this.report = report;
    this.extensions = extensions;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    if (exporter == null && failure == null) {
      try {
        exporter = make();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
    return exporter == null
        ? CompletableResultCode.ofExceptionalFailure(failure)
        : exporter.export(spans);
  }

  private SpanExporter make() {
    List<SpanExporter> exporters = new ArrayList<>();
    for (String name : names) {
      if (otlp != null && name.equals("otlp")) {
        exporters.add(
            extensions == null
                ? OtlpExporters.of(otlp, report)
                : OtlpSpanExporters.of(otlp, report));
      } else if (extensions == null || name.equals("console")) {
        exporters.add(new ConsoleSpanExporter());
      } else {
        SpanExporter exporter = extensions.spanExporter(name);
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
    return exporters.size() == 1 ? exporters.get(0) : SpanExporter.composite(exporters);
  }

  @Override
  public CompletableResultCode flush() {
    return exporter == null ? CompletableResultCode.ofSuccess() : exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter == null ? CompletableResultCode.ofSuccess() : exporter.shutdown();
  }
}
