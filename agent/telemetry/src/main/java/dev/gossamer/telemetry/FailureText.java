package dev.gossamer.telemetry;

import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why an export failed, and what to set. Total. */
final class FailureText {
  private static final int LONGEST = 300;

  private FailureText() {}

  /** Whether the collector says that it knows nothing of the signal: asking again is no use. */
  static boolean isRefusal(@Nullable Throwable cause) {
    if (cause instanceof HttpExportException) {
      HttpResponse response = ((HttpExportException) cause).getResponse();
      return response == null ? isRefusal(cause.getCause()) : response.getStatusCode() == 404;
    }
    if (cause instanceof GrpcExportException) {
      GrpcResponse response = ((GrpcExportException) cause).getResponse();
      return response == null
          ? isRefusal(cause.getCause())
          : response.getStatusCode() == GrpcStatusCode.UNIMPLEMENTED;
    }
    return false;
  }

  static String of(@Nullable Throwable cause) {
    if (cause instanceof HttpExportException) {
      HttpResponse response = ((HttpExportException) cause).getResponse();
      // The SDK's exporter of one protocol wraps what a collector said in the other.
      return response == null ? of(cause.getCause()) : ofHttp(response);
    }
    if (cause instanceof GrpcExportException) {
      GrpcResponse response = ((GrpcExportException) cause).getResponse();
      return response == null ? of(cause.getCause()) : ofGrpc(response);
    }
    return ofException(cause);
  }

  private static String ofHttp(HttpResponse response) {
    int status = response.getStatusCode();
    String answered = "it answered " + status;
    switch (status) {
      case 401:
      case 403:
        return answered + "; does it want credentials in OTEL_EXPORTER_OTLP_HEADERS?";
      case 404:
      case 405:
        return answered + "; does OTEL_EXPORTER_OTLP_ENDPOINT name a receiver of OTLP?";
      case 413:
        return answered + "; lower OTEL_BSP_MAX_EXPORT_BATCH_SIZE (of logs: OTEL_BLRP_)";
      case 415:
        return answered + "; it does not understand http/protobuf";
      case 429:
      case 502:
      case 503:
      case 504:
        return answered + ", also when asked again: it is overloaded or not ready";
      default:
        return answered + withMessage(response.getStatusMessage());
    }
  }

  private static String ofGrpc(GrpcResponse response) {
    GrpcStatusCode code = response.getStatusCode();
    String answered = "it answered " + code;
    switch (code) {
      case UNAUTHENTICATED:
      case PERMISSION_DENIED:
        return answered + "; does it want credentials in OTEL_EXPORTER_OTLP_HEADERS?";
      case UNIMPLEMENTED:
        return answered + "; does OTEL_EXPORTER_OTLP_ENDPOINT name a receiver of OTLP?";
      default:
        return answered + withMessage(response.getStatusDescription());
    }
  }

  private static String ofException(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "the exporter does not say why";
    }
    if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
      return "no connection"
          + withMessage(thrown.getMessage())
          + "; is the collector running, and is OTEL_EXPORTER_OTLP_ENDPOINT right?";
    }
    if (thrown instanceof UnknownHostException || thrown instanceof UnresolvedAddressException) {
      return "the name of its host is not known; is OTEL_EXPORTER_OTLP_ENDPOINT right?";
    }
    if (thrown instanceof SocketTimeoutException || thrown instanceof TimeoutException) {
      return "no answer in time"
          + withMessage(thrown.getMessage())
          + "; the limit is OTEL_EXPORTER_OTLP_TIMEOUT";
    }
    if (thrown instanceof SSLException) {
      return "TLS failed"
          + withMessage(thrown.getMessage())
          + "; OTEL_EXPORTER_OTLP_CERTIFICATE names the certificates to trust";
    }
    if (thrown instanceof ProtocolException && thrown.getMessage() != null) {
      return printable(thrown.getMessage(), LONGEST);
    }
    return printable(thrown.toString(), LONGEST);
  }

  private static String withMessage(@Nullable String message) {
    return message == null || message.isEmpty() ? "" : " (" + printable(message, LONGEST) + ")";
  }

  /** One line of at most this length. */
  static String printable(String text, int longest) {
    int length = Math.min(text.length(), longest);
    StringBuilder printable = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      printable.append(Character.isISOControl(c) ? ' ' : c);
    }
    return printable.toString().trim();
  }
}
