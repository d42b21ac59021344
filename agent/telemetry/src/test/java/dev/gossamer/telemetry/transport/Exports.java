package dev.gossamer.telemetry.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The SDK's exporters over our transports, and what became of an export. */
final class Exports {

  /** As the default, but fast. */
  static final RetryPolicy FAST =
      RetryPolicy.builder()
          .setInitialBackoff(Duration.ofMillis(1))
          .setMaxBackoff(Duration.ofMillis(5))
          .build();

  /** A backoff that no test waits for. */
  static final RetryPolicy SLOW =
      RetryPolicy.builder()
          .setInitialBackoff(Duration.ofMinutes(2))
          .setMaxBackoff(Duration.ofMinutes(2))
          .build();

  private Exports() {}

  static OtlpHttpSpanExporterBuilder http(String url) {
    return OtlpHttpSpanExporter.builder()
        .setEndpoint(url)
        .setTimeout(Duration.ofSeconds(30))
        .setRetryPolicy(FAST)
        .setComponentLoader(Transports.componentLoader());
  }

  static OtlpGrpcSpanExporterBuilder grpc(String url) {
    return OtlpGrpcSpanExporter.builder()
        .setEndpoint(url)
        .setTimeout(Duration.ofSeconds(30))
        .setRetryPolicy(FAST)
        .setComponentLoader(Transports.componentLoader());
  }

  static void assertTaken(CompletableResultCode result) {
    result.join(60, TimeUnit.SECONDS);
    assertThat(result.isDone()).isTrue();
    assertThat(result.isSuccess()).as("failure: %s", result.getFailureThrowable()).isTrue();
  }

  /** The message of the transport's own exception. */
  static String failureOf(CompletableResultCode result) {
    result.join(60, TimeUnit.SECONDS);
    assertThat(result.isDone()).isTrue();
    assertThat(result.isSuccess()).isFalse();
    Throwable failure = result.getFailureThrowable();
    assertThat(failure).isInstanceOf(FailedExportException.class);
    Throwable cause = failure.getCause();
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  /** Remembers what it hears, as lines. */
  static final class Heard implements TransportListener {
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onPartialSuccess(String url, long rejected, String message) {
      lines.add(url + " rejected " + rejected + ": " + message);
    }

    @Override
    public void onUnusableHeader(String line) {
      lines.add(line);
    }

    @Override
    public void onOtherProtocol(String line) {
      lines.add(line);
    }
  }
}
