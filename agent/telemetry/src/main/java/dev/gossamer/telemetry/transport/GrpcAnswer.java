package dev.gossamer.telemetry.transport;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import org.jspecify.annotations.Nullable;

/** The complete answer to one call. */
final class GrpcAnswer implements Answer, GrpcResponse {

  /** Nobody asked for a delay. */
  static final long NO_RETRY_INFO = -1;

  private final GrpcStatusCode status;
  private final String description;
  private final byte[] message;
  private final long retryInfoNanos;

  GrpcAnswer(GrpcStatusCode status, String description, byte[] message, long retryInfoNanos) {
    this.status = status;
    this.description = description;
    this.message = message;
    this.retryInfoNanos = retryInfoNanos;
  }

  @Override
  public boolean isRetryable() {
    switch (status) {
      case CANCELLED:
      case DEADLINE_EXCEEDED:
      case ABORTED:
      case OUT_OF_RANGE:
      case UNAVAILABLE:
      case DATA_LOSS:
        return true;
      case RESOURCE_EXHAUSTED:
        // Only then does the collector expect to recover.
        return retryInfoNanos != NO_RETRY_INFO;
      default:
        return false;
    }
  }

  @Override
  public long retryDelayNanos() {
    return retryInfoNanos;
  }

  @Override
  public byte @Nullable [] acceptance() {
    return status == GrpcStatusCode.OK ? message : null;
  }

  @Override
  public @Nullable Exception failure() {
    return acceptance() == null ? FailedExportException.grpcFailedWithResponse(this) : null;
  }

  @Override
  public GrpcStatusCode getStatusCode() {
    return status;
  }

  @Override
  public String getStatusDescription() {
    return description;
  }

  @Override
  public byte[] getResponseMessage() {
    return message;
  }
}
