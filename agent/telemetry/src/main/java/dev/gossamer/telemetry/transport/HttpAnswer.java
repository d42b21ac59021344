package dev.gossamer.telemetry.transport;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.sdk.common.export.HttpResponse;
import org.jspecify.annotations.Nullable;

/** A complete HTTP response. */
final class HttpAnswer implements Answer, HttpResponse {

  private final int status;
  private final String reason;
  private final byte[] body;
  private final long retryDelayNanos;

  HttpAnswer(int status, String reason, byte[] body, long retryDelayNanos) {
    this.status = status;
    this.reason = reason;
    this.body = body;
    this.retryDelayNanos = retryDelayNanos;
  }

  static boolean isRetryable(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  @Override
  public boolean isRetryable() {
    return isRetryable(status);
  }

  @Override
  public long retryDelayNanos() {
    return retryDelayNanos;
  }

  @Override
  public byte @Nullable [] acceptance() {
    return status / 100 == 2 ? body : null;
  }

  @Override
  public @Nullable Exception failure() {
    return acceptance() == null ? FailedExportException.httpFailedWithResponse(this) : null;
  }

  @Override
  public int getStatusCode() {
    return status;
  }

  @Override
  public String getStatusMessage() {
    return reason;
  }

  @Override
  public byte[] getResponseBody() {
    return body;
  }
}
