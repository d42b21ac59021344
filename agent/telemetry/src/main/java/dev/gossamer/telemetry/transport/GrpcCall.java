package dev.gossamer.telemetry.transport;

import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What has arrived of the answer to one unary call, and what it amounts to. */
final class GrpcCall implements HpackDecoder.Sink {

  private static final int PREFIX_BYTES = 5;

  private final Endpoint endpoint;
  private final LimitedBuffer data;

  private boolean answered;
  private boolean finished;
  private int httpStatus;
  private String contentType = "";
  private int grpcStatus = -1;
  private String grpcMessage = "";
  private String details = "";

  /** Set by a reset of the stream. */
  private @Nullable GrpcAnswer reset;

  GrpcCall(Endpoint endpoint, long maxResponseBytes) {
    this.endpoint = endpoint;
    this.data = new LimitedBuffer(maxResponseBytes + PREFIX_BYTES, "response of " + endpoint);
  }

  /** Whether headers, or a refusal that isn't safe to repeat, have come. */
  boolean isAnswered() {
    return answered;
  }

  /** Whether nothing more will come. */
  boolean isFinished() {
    return finished;
  }

  /** Whether the server itself ended the stream before its time. */
  boolean isReset() {
    return reset != null;
  }

  @Override
  public void header(String name, String value) throws ProtocolException {
    switch (name) {
      case ":status":
        httpStatus = number(value);
        break;
      case "content-type":
        contentType = value;
        break;
      case "grpc-status":
        // Nonsense is a status too, but for OK.
        int status = number(value);
        grpcStatus = status < 0 ? GrpcStatusCode.UNKNOWN.getValue() : status;
        break;
      case "grpc-message":
        grpcMessage = value;
        break;
      case "grpc-status-details-bin":
        details = value;
        break;
      default:
    }
  }

  void onHeaders(boolean endOfStream) {
    boolean interim = httpStatus >= 100 && httpStatus < 200;
    answered |= !interim;
    finished |= endOfStream;
  }

  void onData(byte[] bytes, int offset, int length, boolean endOfStream) throws IOException {
    // An error page of a proxy is not kept: what counts of it is in its headers.
    if (isGrpc()) {
      data.write(bytes, offset, length);
    }
    finished |= endOfStream;
  }

  /** RST_STREAM; statuses as the gRPC protocol over HTTP/2 maps them. */
  void onReset(int code) {
    finished = true;
    // REFUSED_STREAM promises that nothing was processed.
    answered |= code != 7;
    if (grpcStatus >= 0) {
      return;
    }
    GrpcStatusCode status;
    switch (code) {
      case 7:
        status = GrpcStatusCode.UNAVAILABLE;
        break;
      case 8:
        status = GrpcStatusCode.CANCELLED;
        break;
      case 11:
        status = GrpcStatusCode.RESOURCE_EXHAUSTED;
        break;
      case 12:
        status = GrpcStatusCode.PERMISSION_DENIED;
        break;
      default:
        status = GrpcStatusCode.INTERNAL;
    }
    reset =
        new GrpcAnswer(
            status,
            endpoint + " reset the stream, HTTP/2 error code " + code,
            new byte[0],
            GrpcAnswer.NO_RETRY_INFO);
  }

  GrpcAnswer answer() {
    if (reset != null) {
      return reset;
    }
    if (grpcStatus >= 0) {
      GrpcStatusCode status = GrpcStatusCode.fromValue(grpcStatus);
      long retryInfo =
          details.isEmpty() ? GrpcAnswer.NO_RETRY_INFO : GrpcTrailers.retryInfoNanos(details);
      return new GrpcAnswer(status, GrpcTrailers.message(grpcMessage), message(), retryInfo);
    }
    String description =
        isGrpc() && httpStatus == 200
            ? endpoint + " answered without a grpc-status"
            : endpoint
                + " answered with HTTP status "
                + httpStatus
                + " and content type '"
                + contentType
                + "', which is not gRPC";
    return new GrpcAnswer(statusOfHttp(), description, new byte[0], GrpcAnswer.NO_RETRY_INFO);
  }

  private boolean isGrpc() {
    return contentType.startsWith("application/grpc");
  }

  /** As the gRPC documentation maps HTTP statuses of what answers in a server's place. */
  private GrpcStatusCode statusOfHttp() {
    switch (httpStatus) {
      case 400:
        return GrpcStatusCode.INTERNAL;
      case 401:
        return GrpcStatusCode.UNAUTHENTICATED;
      case 403:
        return GrpcStatusCode.PERMISSION_DENIED;
      case 404:
        return GrpcStatusCode.UNIMPLEMENTED;
      case 429:
      case 502:
      case 503:
      case 504:
        return GrpcStatusCode.UNAVAILABLE;
      default:
        return GrpcStatusCode.UNKNOWN;
    }
  }

  /** The one message; empty if absent, cut short, or compressed, which nobody asked for. */
  private byte[] message() {
    byte[] framed = data.toByteArray();
    if (framed.length <= PREFIX_BYTES || framed[0] != 0) {
      return new byte[0];
    }
    int length =
        (framed[1] & 0xff) << 24
            | (framed[2] & 0xff) << 16
            | (framed[3] & 0xff) << 8
            | framed[4] & 0xff;
    return length < 0 || length > framed.length - PREFIX_BYTES
        ? new byte[0]
        : Arrays.copyOfRange(framed, PREFIX_BYTES, PREFIX_BYTES + length);
  }

  /** At most three digits, else -1. */
  private static int number(String value) {
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 2) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return value.isEmpty() ? -1 : number;
  }
}
