package dev.gossamer.telemetry.transport;

import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions, always to the same host and port, in one protocol or the other. One thread at a
 * time, unless said otherwise.
 */
final class Sessions {

  private static final String CONTENT_TYPE = "application/x-protobuf";

  private final Tls tls;
  private final Duration connectTimeout;
  private final long maxResponseBytes;
  private final RequestHeaders headers;
  private final @Nullable OtlpOptions options;

  private volatile Endpoint endpoint;
  private boolean grpc;
  private @Nullable HttpRequestWriter http1;
  private @Nullable GrpcRequestWriter http2;

  private Sessions(
      Endpoint endpoint,
      boolean grpc,
      Tls tls,
      Duration connectTimeout,
      long maxResponseBytes,
      RequestHeaders headers,
      @Nullable OtlpOptions options) {
    this.endpoint = endpoint;
    this.grpc = grpc;
    this.tls = tls;
    this.connectTimeout = connectTimeout;
    this.maxResponseBytes = maxResponseBytes;
    this.headers = headers;
    this.options = options;
  }

  /**
   * OTLP over HTTP/1.1 at first.
   *
   * @param options what else may be spoken; null for nothing
   */
  static Sessions of(
      HttpSenderConfig config, @Nullable OtlpOptions options, TransportListener listener) {
    Endpoint endpoint = Endpoint.of(config.getEndpoint());
    Sessions sessions =
        new Sessions(
            endpoint,
            false,
            new Tls(config.getSslContext(), config.getTrustManager(), config.getEnabledProtocols()),
            config.getConnectTimeout(),
            config.getMaxResponseBodySize(),
            new RequestHeaders(config.getHeadersSupplier(), listener),
            options);
    sessions.http1 = new HttpRequestWriter(endpoint, config.getContentType(), sessions.headers);
    return sessions;
  }

  /** OTLP over gRPC at first. */
  static Sessions of(
      GrpcSenderConfig config, @Nullable OtlpOptions options, TransportListener listener) {
    return new Sessions(
        Endpoint.of(config.getEndpoint()).withPath("/" + config.getFullMethodName()),
        true,
        new Tls(config.getSslContext(), config.getTrustManager(), config.getEnabledProtocols()),
        config.getConnectTimeout(),
        config.getMaxResponseBodySize(),
        new RequestHeaders(config.getHeadersSupplier(), listener),
        options);
  }

  /** Where they go. Any thread. */
  Endpoint endpoint() {
    return endpoint;
  }

  Session open(Deadline deadline) throws IOException {
    Connection connection = Connection.open(endpoint, tls, grpc, connectTimeout, deadline);
    return grpc ? http2(connection) : http1(connection);
  }

  private Session http1(Connection connection) {
    HttpRequestWriter writer = http1;
    if (writer == null) {
      writer = new HttpRequestWriter(endpoint, CONTENT_TYPE, headers);
      http1 = writer;
    }
    return new HttpSession(
        connection, writer, new HttpResponseReader(connection.in, endpoint, maxResponseBytes));
  }

  private Session http2(Connection connection) {
    GrpcRequestWriter writer = http2;
    if (writer == null) {
      writer = new GrpcRequestWriter(endpoint, headers);
      http2 = writer;
    }
    return new Http2Session(connection, writer, endpoint, maxResponseBytes);
  }

  /** Whether the protocol is a guess, so that the other may be tried. */
  boolean isGuess() {
    return options != null && !options.isProtocolSet();
  }

  /** From now on the other protocol; only where it {@link #isGuess}. */
  void change() {
    if (options != null) {
      grpc = !grpc;
      endpoint =
          endpoint.withPath(
              grpc
                  ? "/" + options.grpcMethod()
                  : Endpoint.of(URI.create(options.httpEndpoint())).path);
    }
  }

  /** The line about a change that has proved right. */
  String changed() {
    return "the collector at "
        + endpoint
        + " speaks "
        + (grpc ? "gRPC" : "OTLP over HTTP")
        + " and is spoken to in that; "
        + remedy(grpc)
        + " settles it";
  }

  /** What to set for a protocol. */
  String remedy(boolean toGrpc) {
    return options != null
        ? options.remedy(toGrpc)
        : "OTEL_EXPORTER_OTLP_PROTOCOL=" + (toGrpc ? "grpc" : "http/protobuf");
  }
}
