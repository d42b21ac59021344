package dev.gossamer.telemetry.transport;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * OTLP over gRPC: unary calls, one at a time, over HTTP/2 with prior knowledge or with ALPN.
 * Thread-safe; {@link #send} answers before it returns.
 */
final class GrpcSocketSender implements GrpcSender, Session.Factory<GrpcAnswer> {

  private final Endpoint endpoint;
  private final Tls tls;
  private final Duration connectTimeout;
  private final long maxResponseBytes;
  private final GrpcRequestWriter writer;
  private final SendLoop<GrpcAnswer> loop;

  GrpcSocketSender(GrpcSenderConfig config, TransportListener listener) {
    this.endpoint = Endpoint.of(config.getEndpoint()).withPath("/" + config.getFullMethodName());
    this.tls =
        new Tls(config.getSslContext(), config.getTrustManager(), config.getEnabledProtocols());
    this.connectTimeout = config.getConnectTimeout();
    this.maxResponseBytes = config.getMaxResponseBodySize();
    this.writer =
        new GrpcRequestWriter(endpoint, new RequestHeaders(config.getHeadersSupplier(), listener));
    this.loop =
        new SendLoop<>(
            this,
            config.getCompressor(),
            config.getRetryPolicy(),
            config.getTimeout(),
            endpoint,
            listener);
  }

  @Override
  public void send(
      MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
    loop.send(message, onResponse, onError);
  }

  @Override
  public Session<GrpcAnswer> open(Deadline deadline) throws IOException {
    Connection connection = Connection.open(endpoint, tls, true, connectTimeout, deadline);
    return new Http2Session(connection, writer, endpoint, maxResponseBytes);
  }

  /** The same without callbacks. */
  OtlpClient client() {
    return loop;
  }

  @Override
  public CompletableResultCode shutdown() {
    return loop.shutdown();
  }
}
