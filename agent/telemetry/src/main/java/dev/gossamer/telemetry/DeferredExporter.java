package dev.gossamer.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An exporter that is made after spans can already end, since TLS takes longer than everything
 * before it. Only for the exporting thread.
 */
final class DeferredExporter implements SpanExporter {
  private @Nullable SpanExporter exporter;
  private Throwable missing = new IllegalStateException("the exporter is not made yet");

  void become(SpanExporter exporter) {
    this.exporter = exporter;
  }

  /** It could not be made: every export fails for this reason. */
  void fail(Throwable reason) {
    missing = reason;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return exporter == null
        ? CompletableResultCode.ofExceptionalFailure(missing)
        : exporter.export(spans);
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
