package dev.gossamer.telemetry.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Reads the texts in the trailers of a gRPC answer. Total functions. */
final class GrpcTrailers {

  private static final long MAX_SECONDS = 1_000_000_000L;

  private GrpcTrailers() {}

  /** {@code grpc-message}: UTF-8 in percent encoding; what isn't validly encoded stays as it is. */
  static String message(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    byte[] decoded = new byte[encoded.length()];
    int length = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%' && i + 2 < encoded.length()) {
        int high = Character.digit(encoded.charAt(i + 1), 16);
        int low = Character.digit(encoded.charAt(i + 2), 16);
        if (high >= 0 && low >= 0) {
          decoded[length++] = (byte) (high << 4 | low);
          i += 2;
          continue;
        }
      }
      decoded[length++] = (byte) c;
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  /**
   * {@code grpc-status-details-bin}: a {@code google.rpc.Status} in base64, with a {@code
   * RetryInfo} among its details.
   *
   * @return nanoseconds, or {@link GrpcAnswer#NO_RETRY_INFO}
   */
  static long retryInfoNanos(String base64) {
    byte[] status;
    try {
      status = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return GrpcAnswer.NO_RETRY_INFO;
    }
    ProtoReader fields = new ProtoReader(status);
    while (fields.next()) {
      if (fields.isBytes(3)) {
        long nanos = anyRetryInfo(fields.message());
        if (nanos != GrpcAnswer.NO_RETRY_INFO) {
          return nanos;
        }
      }
    }
    return GrpcAnswer.NO_RETRY_INFO;
  }

  /** {@code Any {type_url = 1, value = 2}} around {@code RetryInfo {retry_delay = 1}}. */
  private static long anyRetryInfo(ProtoReader any) {
    boolean isRetryInfo = false;
    long nanos = 0;
    while (any.next()) {
      if (any.isBytes(1)) {
        isRetryInfo = any.text().endsWith("/google.rpc.RetryInfo");
      } else if (any.isBytes(2)) {
        ProtoReader retryInfo = any.message();
        while (retryInfo.next()) {
          if (retryInfo.isBytes(1)) {
            nanos = duration(retryInfo.message());
          }
        }
      }
    }
    return isRetryInfo ? nanos : GrpcAnswer.NO_RETRY_INFO;
  }

  /** {@code Duration {seconds = 1, nanos = 2}}. */
  private static long duration(ProtoReader duration) {
    long seconds = 0;
    long nanos = 0;
    while (duration.next()) {
      if (duration.isNumber(1)) {
        seconds = Math.max(0, Math.min(MAX_SECONDS, duration.number()));
      } else if (duration.isNumber(2)) {
        nanos = Math.max(0, Math.min(999_999_999L, duration.number()));
      }
    }
    return TimeUnit.SECONDS.toNanos(seconds) + nanos;
  }
}
